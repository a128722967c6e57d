import { hash, verify } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import type { Credentials } from '../credentials.ts'
import type { Database } from '../persistence/database.ts'

/** Argon2id as OWASP's password storage sheet has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function postgresCredentials(db: Kysely<Database>): Credentials {
  const nobody = hash(crypto.randomUUID(), cost)
  return {
    async set(personId, password, at) {
      const row = { hash: await hash(password, cost), changed_at: at }
      await db
        .insertInto('passwords')
        .values({ person_id: personId, ...row })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
        .execute()
    },
    async fits(personId, password) {
      const row =
        personId &&
        (await db.selectFrom('passwords').select('hash').where('person_id', '=', personId).executeTakeFirst())
      const matches = await verify(row ? row.hash : await nobody, password)
      return row !== undefined && matches
    },
  }
}
