import { createHash } from 'node:crypto'
import { sql, type Kysely, type RawBuilder } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { Problem } from '@buy-locals/contracts/problem'
import type { Clock } from './clock.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { networkOf, wideFactor } from './network.ts'

/** How often in how many seconds. Configured, so that tests raise a limit and never switch it off. */
export type Limit = { points: number; seconds: number }

/** One more of something that is limited. */
export type Use = { name: string; key: string; limit: Limit }

/** Counts what one person, address or business does. Two stores: our own tables, and Redis where there is one. */
export type Throttle = {
  /** Refuses with `too-many-requests` what goes beyond the limit. */
  consume(name: string, key: string, limit: Limit): Promise<void>
  /** The same, one after the other: what is refused by one does not count towards those after it. */
  consumeAll(uses: readonly Use[]): Promise<void>
  /** What was counted was no try after all. */
  uncount(name: string, key: string, limit: Limit): Promise<void>
  /** A success clears the failures before it. */
  reset(name: string, key: string): Promise<void>
}

export function throttleInTables<DB extends KitTables>(database: Kysely<DB>, clock: Clock): Throttle {
  const db = database as unknown as Db
  const consumeAll = async (uses: readonly Use[]) => {
    if (uses.length === 0) return
    const now = clock()
    const { rows } = await countUses(uses, now).execute(db)
    const refused = rows.find(({ is_over }) => is_over)
    if (refused) throw tooManyRequests(now.until(refused.ends_at).total('seconds'))
  }
  return {
    consume: (name, key, limit) => consumeAll([{ name, key, limit }]),
    consumeAll,
    uncount: async (name, key) => {
      const counted = db.updateTable('throttles').where('key', '=', throttleKey(name, key)).where('points', '>', 0)
      await counted.set({ points: sql`points - 1` }).execute()
    },
    reset: async (name, key) => {
      await db.deleteFrom('throttles').where('key', '=', throttleKey(name, key)).execute()
    },
  }
}

/** In one statement, in which each use is counted where the one before it was within its limit. */
function countUses(
  uses: readonly Use[],
  now: Temporal.Instant,
): RawBuilder<{ is_over: boolean; ends_at: Temporal.Instant }> {
  const counted = uses.map(({ name, key, limit: { points, seconds } }, index) => {
    const endsAt = now.add({ seconds })
    const isNext = index === 0 ? sql`true` : sql`exists (select from ${sql.ref(`use_${index - 1}`)} where not is_over)`
    return sql`${sql.ref(`use_${index}`)} as (
      insert into throttles (key, points, ends_at) select ${throttleKey(name, key)}, 1, ${endsAt}::timestamptz where ${isNext}
      on conflict (key) do update set
        points = case when throttles.ends_at <= ${now} then 1 else throttles.points + 1 end,
        ends_at = case when throttles.ends_at <= ${now} then excluded.ends_at else throttles.ends_at end
      returning points > ${points}::float8 as is_over, ends_at)`
  })
  const all = uses.map((_, index) => sql`select is_over, ends_at from ${sql.ref(`use_${index}`)}`)
  return sql`with ${sql.join(counted)} ${sql.join(all, sql` union all `)}`
}

/** What comes from one place counts for the address or its /64, and with a larger limit for the network around it. */
export function usesFrom(ip: string, name: string, limit: Limit): Use[] {
  const network = networkOf(ip)
  return [
    { name, key: network.near, limit },
    { name: `${name}-wide`, key: network.wide, limit: { ...limit, points: limit.points * wideFactor(network) } },
  ]
}

export const consumeFrom = (throttle: Throttle, name: string, ip: string, limit: Limit): Promise<void> =>
  throttle.consumeAll(usesFrom(ip, name, limit))

export const tooManyRequests = (seconds: number): Problem =>
  new Problem('too-many-requests', 'Wait a little before you try again', {
    retryAfter: Math.max(1, Math.ceil(seconds)),
  })

/** Addresses and mail addresses are not kept as such. */
export const throttleKey = (name: string, key: string): string =>
  `${name}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
