import type { Running } from '@buy-locals/server/start'
import { advanceClock } from '../clock.ts'
import { waitForWebhooks } from '../stripe.ts'
import type { TestMarket } from '../test-market.ts'

/** Until everything begun before the last kill is finished: holds expire, complaint windows end, and the money is moved. */
export async function finishWork(running: Running, market: TestMarket): Promise<void> {
  for (const duration of ['PT1S', 'PT46M', 'PT6M', 'PT3H']) {
    await waitForWebhooks(market.stripe)
    await advanceClock(market, duration)
  }
  await waitForWebhooks(market.stripe)
  await running.drain()
}
