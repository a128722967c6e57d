import { setImmediate } from 'node:timers/promises'
import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import * as api from '@buy-locals/contracts/booking/operations'
import { mount } from '@buy-locals/service-kit/mount'
import type { Deps } from '../deps.ts'
import { blockTime, unblockTime } from '../use-cases/block-time.ts'
import { bookForCustomer } from '../use-cases/book-for-customer.ts'
import { cancelGroupSession } from '../use-cases/cancel-group-session.ts'
import { findBookingsOutsideHours } from '../use-cases/find-bookings-outside-hours.ts'
import { readBoard } from '../use-cases/read-board.ts'
import { messageGroupSession } from '../use-cases/message-group-session.ts'
import { presentBlock, presentBlocked, markUnread, presentBoardEntry, presentToBusiness } from './present.ts'

export function addBusinessRoutes(router: Router, deps: Deps): void {
  mount(router, api.bookForCustomer, deps, async ({ actor, params, body, caller, reply }) => {
    const { customer, override, start, ...others } = body
    const request = { ...others, ...params, start: Temporal.Instant.from(start) }
    const command = { request, contact: customer, override, actorId: actor.id, locale: caller.locale }
    const booking = await bookForCustomer(deps, command, (tx, made) =>
      reply.keep(tx, presentToBusiness(made, customer)),
    )
    return presentToBusiness(booking, customer)
  })
  mount(router, api.listBusinessBookings, deps, async ({ params, query }) => {
    const { timeZone, unread, entries, heldMoves, blocks } = await readBoard(deps, { ...params, ...query })
    await setImmediate() // two months of a busy shop: others are answered between the steps of it
    const items = entries.map((entry) => ({ ...presentBoardEntry(entry), ...markUnread(unread, entry.booking) }))
    await setImmediate()
    return { timeZone, items, heldMoves: heldMoves.map(presentBoardEntry), blocks: blocks.map(presentBlock) }
  })
  mount(
    router,
    api.findBookingsOutsideHours,
    deps,
    async ({ params, body: { staffId, serviceId, resourceId, ...hours } }) => {
      const { count, entries } = await findBookingsOutsideHours(deps, {
        ...params,
        of: { staffId, serviceId, resourceId },
        hours,
      })
      return { count, items: entries.map(({ booking, customer }) => presentToBusiness(booking, customer)) }
    },
  )
  mount(router, api.blockTime, deps, async ({ actor, params, body, reply }) => {
    const command = { ...params, ...body, actorId: actor.id }
    return presentBlocked(await blockTime(deps, command, (tx, blocked) => reply.keep(tx, presentBlocked(blocked))))
  })
  mount(router, api.unblockTime, deps, async ({ params, query }) => {
    await unblockTime(deps, { ...params, ...query })
    return undefined
  })
  mount(router, api.messageGroupSession, deps, async ({ actor, params, body, reply }) => ({
    sent: await messageGroupSession(deps, { ...params, ...body, actorId: actor.id }, (tx, sent) =>
      reply.keep(tx, { sent }),
    ),
  }))
  mount(router, api.cancelGroupSession, deps, async ({ actor, params, body }) => ({
    cancelled: await cancelGroupSession(deps, { ...params, ...body, actorId: actor.id }),
  }))
}
