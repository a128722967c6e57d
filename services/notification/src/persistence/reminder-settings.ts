import { sql, type Kysely, type Transaction } from 'kysely'
import { usualReminders } from '../domain/reminders.ts'
import type { Database } from './database.ts'

/** How many minutes before a visit each of these businesses reminds. */
export async function findAll(
  db: Kysely<Database>,
  businessIds: readonly string[],
): Promise<(businessId: string) => readonly number[]> {
  const rows = await db
    .selectFrom('reminder_settings')
    .selectAll()
    .where('business_id', '=', sql<string>`any(${businessIds})`)
    .execute()
  const chosen = new Map(rows.map(({ business_id, minutes_before }) => [business_id, minutes_before]))
  return (businessId) => chosen.get(businessId) ?? usualReminders
}

export async function save(
  tx: Transaction<Database>,
  businessId: string,
  minutesBefore: readonly number[],
): Promise<void> {
  const row = { minutes_before: [...minutesBefore] }
  await tx
    .insertInto('reminder_settings')
    .values({ business_id: businessId, ...row })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet(row))
    .execute()
}
