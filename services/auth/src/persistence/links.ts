import type { Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { linkRequested } from '@buy-locals/contracts/auth/events'
import { Problem } from '@buy-locals/contracts/problem'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import { record } from '@buy-locals/service-kit/outbox'
import type { Database } from './database.ts'

type LinkKind = 'verify-email' | 'reset-password'

const hoursOf: Record<LinkKind, number> = { 'verify-email': 72, 'reset-password': 1 }

/** Makes a link and asks for it to be mailed. Returns its token, for the host that prints one. */
export async function send(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  kind: LinkKind,
  personId: Id<'person'>,
): Promise<string> {
  const token = newSecret()
  const expires_at = now.add({ hours: hoursOf[kind] })
  await tx
    .insertInto('links')
    .values({ hash: hashSecret(token), kind, person_id: personId, expires_at })
    .execute()
  await record(tx, now, linkRequested, personId, now.epochMilliseconds, {
    kind,
    personId,
    token,
    version: now.epochMilliseconds,
  })
  return token
}

/** Good once; the older links of its kind end with it. */
export async function use(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  kind: LinkKind,
  token: string,
): Promise<Id<'person'>> {
  const used = await tx
    .updateTable('links')
    .set({ used_at: now })
    .where('hash', '=', hashSecret(token))
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst()
  if (!used) throw new Problem('auth/link-invalid', 'The link was used or is out of date; ask for a new one')
  const personId = used.person_id as Id<'person'>
  await spend(tx, now, kind, personId)
  return personId
}

/** None of these links is good any more. */
export async function spend(
  tx: Transaction<Database>,
  now: Temporal.Instant,
  kind: LinkKind,
  personId: Id<'person'>,
): Promise<void> {
  const ofPerson = tx.updateTable('links').where('person_id', '=', personId)
  await ofPerson.set({ used_at: now }).where('kind', '=', kind).where('used_at', 'is', null).execute()
}
