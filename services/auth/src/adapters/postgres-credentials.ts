import { hash, verify } from '@node-rs/argon2'
import type { Kysely } from 'kysely'
import type { Id } from '@buy-locals/values/ids'
import type { Credentials } from '../credentials.ts'
import type { Database } from '../persistence/database.ts'

/** Argon2id as OWASP's password storage sheet has it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** One letter has several spellings in Unicode, and keyboards differ (RFC 8265): passwords are hashed composed. */
const compose = (password: string) => password.normalize('NFC')

export function postgresCredentials(db: Kysely<Database>): Credentials {
  const nobody = hash(crypto.randomUUID(), cost)
  return {
    async set(personId, password, at) {
      const row = { hash: await hash(compose(password), cost), changed_at: at }
      await db
        .insertInto('passwords')
        .values({ person_id: personId, ...row })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
        .execute()
    },
    async remove(personId) {
      await db.deleteFrom('passwords').where('person_id', '=', personId).execute()
    },
    async fits(personId, password) {
      const stored = personId && (await readHash(db, personId))
      const expected = stored ?? (await nobody)
      const composed = compose(password)
      if (await verify(expected, composed)) return stored !== undefined
      // Hashes of before were made of what was typed.
      if (composed === password || !(await verify(expected, password))) return false
      if (!personId || !stored) return false
      const ofPerson = db.updateTable('passwords').where('person_id', '=', personId).where('hash', '=', stored)
      await ofPerson.set({ hash: await hash(composed, cost) }).execute()
      return true
    },
  }
}

async function readHash(db: Kysely<Database>, personId: Id<'person'>): Promise<string | undefined> {
  const ofPerson = db.selectFrom('passwords').select('hash').where('person_id', '=', personId)
  return (await ofPerson.executeTakeFirst())?.hash
}
