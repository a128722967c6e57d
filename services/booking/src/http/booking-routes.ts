import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as api from '@buy-locals/contracts/booking/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { addToCookie, readManageToken } from '@buy-locals/booking-access/manage-link'
import { readCursor, readIdCursor, toPage, writeCursor } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { text } from '@buy-locals/service-kit/reply'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { toBookingData, toComplaintTexts } from '../domain/booking-data.ts'
import * as lists from '../persistence/booking-lists.ts'
import * as threads from '../persistence/thread-repository.ts'
import { acceptRefund } from '../use-cases/accept-refund.ts'
import { replyToComplaint } from '../use-cases/reply-to-complaint.ts'
import { book, type Booked } from '../use-cases/book.ts'
import { cancelBooking } from '../use-cases/cancel-booking.ts'
import { changeBooking } from '../use-cases/change-booking.ts'
import { completeBooking } from '../use-cases/complete-booking.ts'
import { decideComplaint } from '../use-cases/decide-complaint.ts'
import { eraseGuest } from '../use-cases/erase-guest.ts'
import { fileComplaint } from '../use-cases/file-complaint.ts'
import { markNoShow } from '../use-cases/mark-no-show.ts'
import { openManageLink } from '../use-cases/open-manage-link.ts'
import { readBooking } from '../use-cases/read-booking.ts'
import { rescheduleBooking } from '../use-cases/reschedule-booking.ts'
import { refundBooking } from '../use-cases/refund-booking.ts'
import { reopenBooking } from '../use-cases/reopen-booking.ts'
import { writeCalendarFile } from './calendar-file.ts'
import { markUnread, presentComplaint, presentToBusiness } from './present.ts'

export function addBookingRoutes(router: Router, deps: Deps): void {
  const { db, settings } = deps
  mount(router, api.book, deps, async ({ actor, body, caller, reply }) => {
    const { guest: contact, start, allowOverlap: allowsOverlap = false, replaceHolds = false, ...others } = body
    const request = { ...others, start: Temporal.Instant.from(start) }
    const command = { request, actorId: actor?.id, contact, caller, allowsOverlap, replaceHolds }
    return presentBooked(await book(deps, command, (tx, booked) => reply.keep(tx, presentBooked(booked))))
  })
  mount(router, api.readBooking, deps, async ({ actor, params: { bookingId }, caller }) => {
    const { booking, relation } = await readBooking(deps, { bookingId, requester: { actor, caller } })
    const unread = relation.isBooker ? await threads.findUnread(db, [bookingId], 'consumer') : new Set<string>()
    return { ...toBookingData(booking), ...markUnread(unread, booking), complaint: toComplaintTexts(booking) }
  })
  mount(router, api.readBookingFile, deps, async ({ actor, params: { bookingId }, caller }) => {
    const { booking } = await readBooking(deps, { bookingId, requester: { actor, caller } })
    const token = booking.isGuest ? readManageToken(caller, bookingId) : undefined
    const page = `${settings.publicUrl.replace(/\/$/, '')}/bookings/${booking.id}${token ? `#${token}` : ''}`
    return text('text/calendar', writeCalendarFile(booking, page))
  })
  mount(router, api.openManageLink, deps, async ({ params: { bookingId }, body: { token }, caller, reply }) => {
    await openManageLink(deps, { bookingId, token, ip: caller.ip })
    const opened = addToCookie(caller.cookies, bookingId, token)
    const secure = settings.publicUrl.startsWith('https:')
    reply.cookie(cookieNames.manageLink, opened, { secure, maxAge: 180 * 24 * 60 * 60 })
    return undefined
  })
  mount(router, api.eraseGuest, deps, async ({ actor, params: { bookingId }, body, caller }) => {
    await eraseGuest(deps, { bookingId, requester: { actor, caller }, keepReviews: body?.keepReviews ?? false })
    return undefined
  })
  mount(router, api.cancelBooking, deps, async ({ actor, params: { bookingId }, body, caller }) =>
    toBookingData(await cancelBooking(deps, { bookingId, requester: { actor, caller }, reason: body?.reason })),
  )
  mount(router, api.rescheduleBooking, deps, async ({ actor, params: { bookingId }, body, caller }) => {
    const { staffId, agreedPrice } = body
    const requester = { actor, caller }
    const start = Temporal.Instant.from(body.start)
    return toBookingData(await rescheduleBooking(deps, { bookingId, requester, caller, start, staffId, agreedPrice }))
  })
  mount(router, api.changeBooking, deps, async ({ actor, params, body, ifMatch }) => {
    const { booking, customer } = await changeBooking(deps, {
      ...params,
      ...body,
      actorId: actor.id,
      readVersion: ifMatch,
    })
    return presentToBusiness(booking, customer)
  })
  mount(router, api.completeBooking, deps, async ({ actor, params }) =>
    toBookingData(await completeBooking(deps, { ...params, actorId: actor.id })),
  )
  mount(router, api.markNoShow, deps, async ({ actor, params }) =>
    toBookingData(await markNoShow(deps, { ...params, actorId: actor.id })),
  )
  mount(router, api.reopenBooking, deps, async ({ actor, params }) =>
    toBookingData(await reopenBooking(deps, { ...params, actorId: actor.id })),
  )
  mount(router, api.refundBooking, deps, async ({ actor, params, body }) =>
    toBookingData(await refundBooking(deps, { ...params, ...body, actorId: actor.id })),
  )
  mount(router, api.fileComplaint, deps, async ({ actor, params: { bookingId }, body, caller }) =>
    toBookingData(await fileComplaint(deps, { bookingId, requester: { actor, caller }, text: body.text })),
  )
  mount(router, api.replyToComplaint, deps, async ({ actor, params, body }) =>
    toBookingData(await replyToComplaint(deps, { ...params, ...body, actorId: actor.id })),
  )
  mount(router, api.acceptRefund, deps, async ({ actor, params: { bookingId }, body, caller }) =>
    toBookingData(await acceptRefund(deps, { bookingId, requester: { actor, caller }, ...body })),
  )
  mount(router, api.decideComplaint, deps, async ({ actor, params, body }) =>
    toBookingData(await decideComplaint(deps, { ...params, ...body, actor })),
  )
  mount(router, api.listComplaints, deps, async ({ params: { marketId }, query: { limit, cursor } }) => {
    const found = await lists.complaints(db, marketId, limit + 1, readIdCursor('booking', cursor))
    const { items, ...more } = toPage(found, limit)
    return { items: items.map(presentComplaint), ...more }
  })
  mount(router, api.listMyBookings, deps, async ({ actor, query: { limit, cursor } }) => {
    const after = readCursor(position, cursor)
    const { items, next } = await lists.ofConsumer(db, actor.id, deps.clock(), limit, after)
    const ids = items.map((booking) => booking.id)
    const unread = await threads.findUnread(db, ids, 'consumer')
    return {
      items: items.map((booking) => ({ ...toBookingData(booking), ...markUnread(unread, booking) })),
      nextCursor: next && writePosition(next),
    }
  })
}

const presentBooked = ({ booking, manageToken }: Booked) => ({ ...toBookingData(booking), manageToken })

const storedInstant = instant.startsWith('20') // no other was ever written
const position = z
  .tuple([storedInstant, z.literal([0, 1]), storedInstant, id('booking')])
  .transform(([asOf, isPast, start, bookingId]): lists.Position => ({
    asOf: Temporal.Instant.from(asOf),
    isPast: isPast === 1,
    start: Temporal.Instant.from(start),
    id: bookingId,
  }))

const writePosition = ({ asOf, isPast, start, id: bookingId }: lists.Position) =>
  writeCursor([asOf.toString(), isPast ? 1 : 0, start.toString(), bookingId])
