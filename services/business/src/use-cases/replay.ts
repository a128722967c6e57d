import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/business-repository.ts'
import * as markets from '../persistence/market-repository.ts'
import { recordMarket } from '../steps/record-market.ts'
import { recordBusiness } from '../steps/save-business.ts'

/** Publishes every market and every business again, with the versions they have. Returns how many events that were. */
export async function replay({ db, clock }: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = clock()
  const allMarkets = await markets.all(db)
  await db.transaction().execute(async (tx) => {
    for (const market of allMarkets) await recordMarket(tx, now, market)
  })
  let count = allMarkets.length
  for await (const batch of businesses.all(db)) {
    await db.transaction().execute(async (tx) => {
      for (const business of batch) await recordBusiness(tx, now, business)
    })
    count += batch.length
  }
  return count
}
