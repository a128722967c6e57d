import type { Customer } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import type { Booking } from '../domain/booking.ts'
import { toSearchTerms } from '../domain/customer-search.ts'
import { notFound } from '../domain/not-found.ts'
import * as notes from '../persistence/customer-note-repository.ts'
import * as lists from '../persistence/customer-lists.ts'

type Page<T, Position> = Promise<{ items: T[]; next: Position | undefined }>
type List = {
  businessId: Id<'business'>
  q: string | undefined
  limit: number
  after: lists.CustomerPosition | undefined
}

export const listCustomers = (
  { db, clock }: Deps,
  { businessId, q = '', limit, after }: List,
): Page<Customer, lists.CustomerPosition> =>
  lists.ofBusiness(db, { businessId, terms: toSearchTerms(q), now: clock() }, limit, after)

export async function readCustomer({ db, clock }: Deps, ofCustomer: notes.OfCustomer) {
  const customer = await lists.find(db, ofCustomer, clock())
  if (!customer) throw notFound('customer', ofCustomer.customerId)
  return { ...customer, notes: await notes.ofCustomer(db, ofCustomer.customerId) }
}

type ListBookings = notes.OfCustomer & { limit: number; after: lists.BookingPosition | undefined }

export async function listCustomerBookings(
  { db }: Deps,
  { businessId, customerId, limit, after }: ListBookings,
): Page<Booking, lists.BookingPosition> {
  if (!(await lists.exists(db, { businessId, customerId }))) throw notFound('customer', customerId)
  return lists.bookingsOf(db, customerId, limit, after)
}
