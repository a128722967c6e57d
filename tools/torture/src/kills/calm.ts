import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { advance } from '../clock.ts'
import type { Size } from '../report.ts'
import { delivered } from '../stripe.ts'
import type { Town } from '../town.ts'

/** Until all that was begun before the last kill has come to its end: leases lapse, holds run out, money is on its way. */
export async function calm(running: Running, town: Town, size: Size): Promise<void> {
  if (size === 'full') await untilLeasesLapse(running)
  else await endLeases(running)
  for (const by of ['PT1S', 'PT11M', 'PT6M', 'PT1H']) {
    await delivered(town.stripe)
    await advance(town, by)
  }
  await delivered(town.stripe)
  await running.drain()
}

/** Who was killed keeps what it had leased for two minutes at most. */
async function untilLeasesLapse({ composed }: Running): Promise<void> {
  for (let waited = 0; waited < 180; waited += 1) {
    let leased = 0
    for (const db of composed.databases.values()) {
      const { rows } = await sql<{ leased: number }>`
        select (select count(*) from outbox where leased_until > clock_timestamp())
             + (select count(*) from jobs where leased_until > clock_timestamp()) as leased`.execute(db)
      leased += Number(rows[0]?.leased)
    }
    if (leased === 0) return
    await setTimeout(1_000)
  }
}

/** As if the two minutes had passed: nobody else is alive who could still be at it. */
async function endLeases({ composed }: Running): Promise<void> {
  for (const db of composed.databases.values()) {
    await sql`update outbox set leased_until = clock_timestamp()`.execute(db)
    await sql`update jobs set leased_until = clock_timestamp() where leased_until is not null`.execute(db)
  }
}
