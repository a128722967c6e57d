import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { together } from '@buy-locals/service-kit/together'
import type { SuppressionReason } from '../domain/suppression.ts'
import type { Database } from './database.ts'

/** What stops a message whatever is counted. */
export type Against = { addressHash: string; reasons: readonly SuppressionReason[] }
type Outcome = 'counted' | 'limited' | SuppressionReason
type Message = {
  deliveryId: string
  /** How many may be counted under each key since then. */
  counts: readonly { key: string; most: number }[]
  against?: Against | undefined
  now: Temporal.Instant
  since: Temporal.Instant
}

/**
 * Counts the message under every key, or under none where one of them has as many others as it may, or its address is
 * suppressed. Messages that are counted at the same time under the same key wait for each other. The same statement
 * notes that what was counted is tried now, unless it was before: whatever ends the process, it was perhaps sent.
 */
export const insertBelow = together<Database, Message, Outcome>(async (db, messages) => {
  const keys = new Set(messages.flatMap(({ counts }) => counts.map(({ key }) => key)))
  const rows = messages.map(({ deliveryId, counts, against }) => ({
    ...{ address: against?.addressHash, reasons: against?.reasons ?? [] },
    ...{ delivery: deliveryId, keys: counts.map(({ key }) => key), most: counts.map(({ most }) => most) },
  }))
  const [{ now, since }] = messages as [Message]
  const { rows: counted } = await sql<{ counted_id: string; outcome: Outcome }>`
    with counted as materialized (
      select counted_id, outcome
      from count_messages(${[...keys].toSorted()}::text[], ${JSON.stringify(rows)}::jsonb, ${now}, ${since})),
    attempted as (
      update deliveries set attempted_at = ${now}
      where id = any(array(select counted_id from counted where outcome = 'counted')) and attempted_at is null)
    select counted_id, outcome from counted`.execute(db)
  const outcomes = new Map(counted.map((row) => [row.counted_id, row.outcome]))
  return messages.map(({ deliveryId }) => outcomes.get(deliveryId) ?? 'limited')
})
