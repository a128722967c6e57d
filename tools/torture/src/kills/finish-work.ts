import { sql } from 'kysely'
import type { Running } from '@buy-locals/server/start'
import { advanceClock } from '../clock.ts'
import { poll } from '../poll.ts'
import type { Size } from '../report.ts'
import { waitForWebhooks } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'

/** Until everything begun before the last kill is finished: leases and holds expire, and the money is moved. */
export async function finishWork(running: Running, market: TestMarket, size: Size): Promise<void> {
  if (size === 'full') await waitForLeases(running)
  else await endLeases(running)
  for (const duration of ['PT1S', 'PT11M', 'PT6M', 'PT1H']) {
    await waitForWebhooks(market.stripe)
    await advanceClock(market, duration)
  }
  await waitForWebhooks(market.stripe)
  await running.drain()
}

/** A killed process keeps its leases for two minutes at most. */
const waitForLeases = ({ composed }: Running): Promise<boolean> =>
  poll(
    async () => {
      let leased = 0
      for (const db of composed.databases.values()) {
        const { rows } = await sql<{ leased: number }>`
          select (select count(*) from outbox where leased_until > clock_timestamp())
               + (select count(*) from jobs where leased_until > clock_timestamp()) as leased`.execute(db)
        leased += Number(rows[0]?.leased)
      }
      return leased === 0
    },
    { everyMs: 1_000, forMs: 180_000 },
  )

/** As if the two minutes had passed: no other process is alive that could still hold them. */
async function endLeases({ composed }: Running): Promise<void> {
  for (const db of composed.databases.values()) {
    await sql`update outbox set leased_until = clock_timestamp()`.execute(db)
    await sql`update jobs set leased_until = clock_timestamp() where leased_until is not null`.execute(db)
  }
}
