import { sql, type Kysely, type Transaction } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Database } from './database.ts'

type Tx = Transaction<Database>

export type SmsNumber = {
  phone: string
  consentSource: string
  consentWording: string
  consentedAt: Temporal.Instant
  confirmedAt: Temporal.Instant | null
  /** It has sent STOP. */
  isStopped: boolean
}

const isStopped = sql<boolean>`exists (select from stopped_numbers where stopped_numbers.phone_hash = sms_numbers.phone_hash)`

export const find = (db: Kysely<Database>, personId: string): Promise<SmsNumber | undefined> =>
  db
    .selectFrom('sms_numbers')
    .select(['phone', 'consent_source as consentSource', 'consent_wording as consentWording'])
    .select(['consented_at as consentedAt', 'confirmed_at as confirmedAt', isStopped.as('isStopped')])
    .where('person_id', '=', personId)
    .executeTakeFirst()

/** The numbers at which these people may be texted: confirmed, and not stopped. */
export async function findActive(
  db: Kysely<Database>,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('sms_numbers')
    .select(['person_id', 'phone'])
    .where('person_id', '=', sql<string>`any(${personIds})`)
    .where('confirmed_at', 'is not', null)
    .where(isStopped, '=', false)
    .execute()
  return new Map(rows.map(({ person_id, phone }) => [person_id, phone]))
}

/** Whose number it is, and in which language they read. */
export function findPeople(
  db: Kysely<Database>,
  phoneHash: string,
): Promise<{ personId: string; locale: string | null }[]> {
  return db
    .selectFrom('sms_numbers')
    .leftJoin('people', 'people.person_id', 'sms_numbers.person_id')
    .select(['sms_numbers.person_id as personId', 'people.locale'])
    .where('phone_hash', '=', phoneHash)
    .execute()
}

type Request = {
  personId: string
  phone: string
  phoneHash: string
  consent: { source: string; wording: string }
  codeHash: string
  at: Temporal.Instant
}

/** It takes the place of the one before, and is texted nothing but the code until that is entered. */
export async function request(tx: Tx, { personId, phone, phoneHash, consent, codeHash, at }: Request): Promise<void> {
  const row = {
    ...{ phone, phone_hash: phoneHash, consent_source: consent.source, consent_wording: consent.wording },
    ...{ consented_at: at, confirmed_at: null, code_hash: codeHash, code_sent_at: at, code_tries: 0 },
  }
  await tx
    .insertInto('sms_numbers')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute()
}

type Confirmation = {
  personId: string
  codeHash: string
  at: Temporal.Instant
  since: Temporal.Instant
  maxTries: number
}

/** Every try counts. Returns whether it was the right code, in time and among the first tries. */
export async function confirm(
  db: Kysely<Database>,
  { personId, codeHash, at, since, maxTries }: Confirmation,
): Promise<boolean> {
  const { rows } = await sql<{ confirmed: boolean }>`
    update sms_numbers set
      code_tries = code_tries + 1,
      confirmed_at = case when code_hash = ${codeHash} then ${at}::timestamptz end,
      code_hash = case when code_hash = ${codeHash} then null else code_hash end
    where person_id = ${personId} and confirmed_at is null and code_tries < ${maxTries} and code_sent_at >= ${since}
    returning confirmed_at is not null as confirmed`.execute(db)
  return rows[0]?.confirmed ?? false
}

export async function remove(tx: Tx, personId: string): Promise<void> {
  await tx.deleteFrom('sms_numbers').where('person_id', '=', personId).execute()
}
