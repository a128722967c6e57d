import { Temporal } from 'temporal-polyfill'
import { localDateOf } from '@buy-locals/values/time'
import type { SeededServer } from './seed.ts'
import { postJson, readControl } from './stripe.ts'

/** The time of the server and of the simulator, which are moved together. */
export async function readClock({ stripe }: Pick<SeededServer, 'stripe'>): Promise<Temporal.Instant> {
  return Temporal.Instant.from((await readControl<{ now: string }>(stripe, 'clock')).now)
}

export async function datesFromNow(
  server: Pick<SeededServer, 'stripe'>,
  days: number,
): Promise<{ from: string; to: string }> {
  const zone = 'America/Boise'
  const now = await readClock(server)
  return { from: localDateOf(now, zone), to: localDateOf(now.add({ hours: 24 * days }), zone) }
}

/** Resolves when everything that became due is done. */
export async function advanceClock({ url }: Pick<SeededServer, 'url'>, duration: string): Promise<void> {
  await postJson(`${url}/test/clock`, { advance: duration })
}
