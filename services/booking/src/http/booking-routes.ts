import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import * as api from '@buy-locals/contracts/booking/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { manageLinkCookie } from '@buy-locals/booking-access/manage-link'
import { mount } from '@buy-locals/service-kit/mount'
import { text } from '@buy-locals/service-kit/reply'
import { invalid } from '@buy-locals/service-kit/request-input'
import type { Deps } from '../deps.ts'
import { present } from '../facts.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as businesses from '../persistence/businesses.ts'
import { book, type Booked } from '../use-cases/book.ts'
import { cancelBooking } from '../use-cases/cancel-booking.ts'
import { completeBooking } from '../use-cases/complete-booking.ts'
import { decideComplaint } from '../use-cases/decide-complaint.ts'
import { markNoShow } from '../use-cases/mark-no-show.ts'
import { openManageLink } from '../use-cases/open-manage-link.ts'
import { readBooking } from '../use-cases/read-booking.ts'
import { fileComplaint } from '../use-cases/file-complaint.ts'
import { calendarFile } from './calendar-file.ts'
import { presentComplaint } from './present.ts'

const presentBooked = ({ booking, manageToken }: Booked) => ({ ...present(booking), manageToken })

export function addBookingRoutes(router: Router, deps: Deps): void {
  const { db, settings } = deps
  mount(router, api.book, deps, async ({ actor, body, caller, reply }) => {
    const { guest, start, ...wish } = body
    const command = {
      wish: { ...wish, start: Temporal.Instant.from(start) },
      actorId: actor?.id,
      guest,
      ip: caller.ip,
      locale: caller.locale,
    }
    return presentBooked(await book(deps, command, (tx, booked) => reply.keep(tx, presentBooked(booked))))
  })
  mount(router, api.readBooking, deps, async ({ actor, params: { bookingId }, caller }) => {
    const booking = await readBooking(deps, { bookingId, requester: { actor, caller } })
    return { ...present(booking), note: booking.note }
  })
  mount(router, api.readBookingFile, deps, async ({ actor, params: { bookingId }, caller }) => {
    const booking = await readBooking(deps, { bookingId, requester: { actor, caller } })
    const business = await businesses.find(db, booking.businessId)
    const place = { name: business?.name ?? '', place: business?.place ?? '' }
    return text('text/calendar', calendarFile(booking, place, settings.publicUrl))
  })
  mount(router, api.openManageLink, deps, async ({ params: { bookingId }, body: { token }, caller, reply }) => {
    await openManageLink(deps, { bookingId, token, ip: caller.ip })
    const secure = settings.publicUrl.startsWith('https:')
    reply.cookie(manageLinkCookie, `${bookingId}.${token}`, { secure, maxAge: 180 * 24 * 60 * 60 })
    return undefined
  })
  mount(router, api.cancelBooking, deps, async ({ actor, params: { bookingId }, body, caller }) =>
    present(await cancelBooking(deps, { bookingId, requester: { actor, caller }, reason: body?.reason })),
  )
  mount(router, api.completeBooking, deps, async ({ actor, params }) =>
    present(await completeBooking(deps, { ...params, actorId: actor.id })),
  )
  mount(router, api.markNoShow, deps, async ({ actor, params }) =>
    present(await markNoShow(deps, { ...params, actorId: actor.id })),
  )
  mount(router, api.fileComplaint, deps, async ({ actor, params: { bookingId }, body, caller }) =>
    present(await fileComplaint(deps, { bookingId, requester: { actor, caller }, text: body.text })),
  )
  mount(router, api.decideComplaint, deps, async ({ actor, params, body }) =>
    present(await decideComplaint(deps, { ...params, ...body, actorId: actor.id })),
  )
  mount(router, api.listComplaints, deps, async ({ params: { marketId }, query: { limit, cursor } }) => {
    const found = await lists.complaints(db, marketId, limit + 1, readIdCursor('booking', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(presentComplaint), ...more }
  })
  mount(router, api.listMyBookings, deps, async ({ actor, query: { limit, cursor } }) => {
    const after = cursor === undefined ? undefined : lists.readCursor(cursor)
    if (cursor !== undefined && !after) throw invalid({ pointer: '/query/cursor', detail: 'not one of ours' })
    const { items, next } = await lists.ofConsumer(db, actor.id, deps.clock(), limit, after)
    return { items: items.map(present), nextCursor: next && lists.writeCursor(next) }
  })
}
