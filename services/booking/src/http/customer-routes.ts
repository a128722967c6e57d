import type { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import * as api from '@buy-locals/contracts/booking/operations'
import { readCursor, writeCursor } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { id } from '@buy-locals/values/ids'
import { instant } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { toBookingData } from '../domain/booking-data.ts'
import { listCustomerNames } from '../persistence/booking-lists.ts'
import { listCustomerBookings, listCustomers, readCustomer } from '../use-cases/read-customers.ts'
import { addCustomerNote, changeCustomerNote, deleteCustomerNote } from '../use-cases/write-customer-note.ts'

export function addCustomerRoutes(router: Router, deps: Deps): void {
  mount(router, api.listCustomers, deps, async ({ params, query: { q, limit, cursor } }) => {
    const after = readCursor(customerPosition, cursor)
    const { items, next } = await listCustomers(deps, { ...params, q, limit, after })
    return { items, nextCursor: next && writeCursor([next.name, next.id]) }
  })
  mount(router, api.listCustomerNames, deps, async ({ params: { businessId }, query: { bookings } }) => ({
    items: await listCustomerNames(deps.db, businessId, bookings),
  }))
  mount(router, api.readCustomer, deps, ({ params }) => readCustomer(deps, params))
  mount(router, api.listCustomerBookings, deps, async ({ params, query: { limit, cursor } }) => {
    const after = readCursor(bookingPosition, cursor)
    const { items, next } = await listCustomerBookings(deps, { ...params, limit, after })
    return { items: items.map(toBookingData), nextCursor: next && writeCursor([next.start.toString(), next.id]) }
  })
  mount(router, api.addCustomerNote, deps, ({ params, body, reply }) =>
    addCustomerNote(deps, { ...params, ...body }, (tx, note) => reply.keep(tx, note)),
  )
  mount(router, api.changeCustomerNote, deps, ({ params, body, ifMatch }) =>
    changeCustomerNote(deps, { ...params, ...body, readVersion: ifMatch }),
  )
  mount(router, api.deleteCustomerNote, deps, async ({ params }) => {
    await deleteCustomerNote(deps, params)
    return undefined
  })
}

const customerPosition = z
  .tuple([
    z
      .string()
      .max(80)
      .regex(/^[^\0]*$/),
    id('customer'),
  ])
  .transform(([name, customerId]) => ({ name, id: customerId }))

const bookingPosition = z
  .tuple([instant.startsWith('20'), id('booking')]) // no other was ever written
  .transform(([start, bookingId]) => ({ start: Temporal.Instant.from(start), id: bookingId }))
