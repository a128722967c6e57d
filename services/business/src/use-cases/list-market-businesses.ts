import type { Returns } from '@buy-locals/contracts/operation'
import type { listMarketBusinesses as operation } from '@buy-locals/contracts/business/operations'
import type { Business } from '@buy-locals/contracts/business/shapes'
import type { Id } from '@buy-locals/values/ids'
import { fingerprint, readCursor, writeCursor } from '../cursor.ts'
import type { Deps } from '../deps.ts'
import * as businesses from '../persistence/business-repository.ts'
import { present } from '../persistence/business-row.ts'

type Asked = { marketId: Id<'market'>; status: Business['status']; limit: number; cursor?: string | undefined }

/** Ids sort by creation, so the oldest come first. */
export async function listMarketBusinesses(
  { db }: Deps,
  { marketId, status, limit, cursor }: Asked,
): Promise<Returns<typeof operation>> {
  const of = fingerprint({ marketId, status })
  const after = readCursor(of, cursor)?.id ?? ''
  const found = await businesses.inMarket(db, { id: marketId, status, after, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map(present),
    ...(found.length > limit && last && { nextCursor: writeCursor(of, { key: 0, id: last.id }) }),
  }
}
