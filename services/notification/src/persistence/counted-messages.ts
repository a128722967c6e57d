import { sql, type Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { SuppressionReason } from '../domain/suppression.ts'
import type { Database } from './database.ts'

type Count = { key: string; most: number }
/** What stops a message whatever is counted. */
export type Against = { addressHash: string; reasons: readonly SuppressionReason[] }
type Counted = { deliveryId: string; now: Temporal.Instant; since: Temporal.Instant }

/**
 * Counts the message under every key, or under none where one of them has as many others as it may, or its address is
 * suppressed. Messages that are counted at the same time under the same key wait for each other.
 */
export async function insertBelow(
  db: Kysely<Database>,
  counts: readonly Count[],
  { deliveryId, now, since }: Counted,
  { addressHash, reasons }: Against = { addressHash: '', reasons: [] },
): Promise<'counted' | 'limited' | SuppressionReason> {
  const inOrder = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const [keys, limits] = [inOrder.map(({ key }) => key), inOrder.map(({ most }) => most)]
  const { rows } = await sql<{ outcome: 'counted' | 'limited' | SuppressionReason }>`
    select coalesce(
      (select reason from suppressed_addresses where address_hash = ${addressHash} and reason = any(${reasons}) and lifted_at is null order by reason limit 1),
      case when count_message(${keys}::text[], ${limits}::float8[], ${deliveryId}, ${now}, ${since}) then 'counted' else 'limited' end
    ) as outcome`.execute(db)
  return rows[0]?.outcome ?? 'limited'
}
