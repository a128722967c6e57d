import type { Body } from '@buy-locals/contracts/operation'
import type { changeMarket as operation } from '@buy-locals/contracts/business/operations'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { audit } from '@buy-locals/service-kit/audit'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import { refuseStale } from '../domain/business.ts'
import * as markets from '../persistence/market-repository.ts'
import { recordMarket } from '../steps/record-market.ts'

type Command = {
  actorId: Id<'person'>
  marketId: Id<'market'>
  readVersion: number | undefined
  changes: Body<typeof operation>
}

export async function changeMarket(
  { db, clock }: Deps,
  { actorId, marketId, readVersion, changes }: Command,
): Promise<Market> {
  const now = clock()
  return db.transaction().execute(async (tx) => {
    const before = await markets.lock(tx, marketId)
    if (readVersion !== undefined) refuseStale(before, readVersion)
    const { contact = before.contact, ...others } = changes
    const after = {
      ...before,
      ...(others as Partial<Market>),
      contact: contact ?? undefined,
      version: before.version + 1,
    }
    await markets.update(tx, after)
    await audit(tx, now, { actor: actorId, action: 'market.changed', subject: marketId, before, after })
    await recordMarket(tx, now, after)
    return after
  })
}
