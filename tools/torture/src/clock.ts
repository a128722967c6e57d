import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '@buy-locals/values/time'
import type { Foundations } from './foundations.ts'
import { ask, tell } from './stripe.ts'

/** What time it is for the server and for the simulator, which are moved together. */
export async function now({ stripe }: Pick<Foundations, 'stripe'>): Promise<Temporal.Instant> {
  return Temporal.Instant.from((await ask<{ now: string }>(stripe, 'clock')).now)
}

export async function datesFromNow(
  at: Pick<Foundations, 'stripe'>,
  days: number,
): Promise<{ from: string; to: string }> {
  const zone = 'America/Boise'
  const from = await now(at)
  return { from: localDateOf(from, zone), to: localDateOf(from.add({ hours: 24 * days }), zone) }
}

/** Moves time, and comes back when what became due is done. */
export async function advance({ url }: Pick<Foundations, 'url'>, by: string): Promise<void> {
  await tell(`${url}/test/clock`, { advance: by })
}
