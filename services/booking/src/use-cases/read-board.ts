import { Temporal } from 'temporal-polyfill'
import { invalid } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import { daysBetween, startOfDay } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { isWithinReach } from '../domain/start-rules.ts'
import * as blocks from '../persistence/block-repository.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as threads from '../persistence/thread-repository.ts'
import { findBusiness } from '../steps/find-business.ts'

type Query = { businessId: Id<'business'>; from: string; to: string }
type Board = {
  timeZone: string
  unread: ReadonlySet<string>
  entries: lists.BoardEntry[]
  heldMoves: lists.BoardEntry[]
  blocks: blocks.Block[]
}

const maxDays = 62

export async function readBoard({ db, clock }: Deps, { businessId, from, to }: Query): Promise<Board> {
  if (daysBetween(from, to) >= maxDays)
    throw invalid({ pointer: '/query/to', detail: `at most ${maxDays} days`, code: 'too-many-days', max: maxDays })
  const { timeZone } = await findBusiness(db, businessId)
  const now = clock()
  const first = startOfDay(from, timeZone)
  if (!isWithinReach(first, now)) return { timeZone, unread: new Set(), entries: [], heldMoves: [], blocks: [] }
  const last = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString(), timeZone)
  const entries = await lists.ofBusiness(db, businessId, first, last)
  const ids = entries.map(({ booking }) => booking.id)
  return {
    timeZone,
    entries,
    unread: await threads.findUnread(db, ids, 'business'),
    heldMoves: await lists.heldMovesOf(db, { businessId, from: first, to: last, now }),
    blocks: await blocks.between(db, businessId, first, last),
  }
}
