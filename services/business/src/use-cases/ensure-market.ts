import type { Market } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import { newId } from '@buy-locals/values/ids'
import type { Outside } from '../deps.ts'
import * as markets from '../persistence/market-repository.ts'
import { sayMarket } from '../say.ts'

/** The market of that slug, made now where there is none. What an operator has set stays. */
export async function ensureMarket(
  { db, clock }: Pick<Outside, 'db' | 'clock'>,
  wanted: Omit<Market, 'id' | 'version'>,
): Promise<Market> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const { market, isNew } = await markets.insert(tx, { ...wanted, id: newId('market'), version: 1 })
    if (!isNew) return market
    await audit(tx, now, { actor: 'business.setup', action: 'market.opened', subject: market.id, after: market })
    await sayMarket(tx, now, market)
    return market
  })
}
