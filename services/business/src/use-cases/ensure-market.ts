import { maxMarkets, type Market } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { newId } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as markets from '../persistence/market-repository.ts'
import { recordMarket } from '../steps/record-market.ts'

/** The market of that slug; opened where there is none. What an operator has set stays. */
export async function ensureMarket(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  terms: Omit<Market, 'id' | 'version'>,
): Promise<Market> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    await markets.lockAll(tx)
    const { market, isNew } = await markets.insert(tx, { ...terms, id: newId('market'), version: 1 })
    if (!isNew) return market
    if ((await markets.count(tx)) > maxMarkets) throw new Error(`There can be at most ${maxMarkets} markets`)
    await audit(tx, now, { actor: 'business.setup', action: 'market.opened', subject: market.id, after: market })
    await recordMarket(tx, now, market)
    return market
  })
}
