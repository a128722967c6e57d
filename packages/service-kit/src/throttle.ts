import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import { Problem } from '@buy-locals/contracts/problem'
import type { Clock } from './clock.ts'
import type { Db, KitTables } from './kit-tables.ts'
import { networkOf, wideFactor } from './network.ts'

/** How often in how many seconds. Configured, so that tests raise a limit and never switch it off. */
export type Limit = { points: number; seconds: number }

/** Counts what one person, address or business does. Two stores: our own tables, and Redis where there is one. */
export type Throttle = {
  /** Refuses with `too-many-requests` what goes beyond the limit. */
  consume(name: string, key: string, limit: Limit): Promise<void>
  /** A success clears the failures before it. */
  reset(name: string, key: string): Promise<void>
}

export function throttleInTables<DB extends KitTables>(database: Kysely<DB>, clock: Clock): Throttle {
  const db = database as unknown as Db
  return {
    consume: async (name, key, { points, seconds }) => {
      const now = clock()
      const ends_at = now.add({ seconds })
      const taken = await db
        .insertInto('throttles')
        .values({ key: throttleKey(name, key), points: 1, ends_at })
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet({
            points: sql`case when throttles.ends_at <= ${now} then 1 else throttles.points + 1 end`,
            ends_at: sql`case when throttles.ends_at <= ${now} then ${ends_at} else throttles.ends_at end`,
          }),
        )
        .returning(['points', 'ends_at'])
        .executeTakeFirstOrThrow()
      if (taken.points > points) throw tooManyRequests(now.until(taken.ends_at).total('seconds'))
    },
    reset: async (name, key) => {
      await db.deleteFrom('throttles').where('key', '=', throttleKey(name, key)).execute()
    },
  }
}

/** Counts what comes from one place: from the address or its /64, and with a larger limit from the network around it. */
export async function consumeFrom({ consume }: Throttle, name: string, ip: string, limit: Limit): Promise<void> {
  const network = networkOf(ip)
  await consume(name, network.near, limit)
  await consume(`${name}-wide`, network.wide, { ...limit, points: limit.points * wideFactor(network) })
}

export const tooManyRequests = (seconds: number): Problem =>
  new Problem('too-many-requests', 'Wait a little before you try again', {
    retryAfter: Math.max(1, Math.ceil(seconds)),
  })

/** Addresses and mail addresses are not kept as such. */
export const throttleKey = (name: string, key: string): string =>
  `${name}:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
