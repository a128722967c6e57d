import { data, redirect } from 'react-router'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { findOwnHold } from '@buy-locals/features/booking/find-own-hold'
import { loadBookingOptions } from '@buy-locals/features/booking/load-options'
import { throwPageError } from '../api/loader-errors'
import { findDetailPhotos } from '../business/find-detail-photos'
import type { Visit } from '../server/visit'

/** What can be chosen while booking a service, and what has been chosen by the address of the page. */
export async function loadOptions(visit: Visit, slug: string, serviceId: string, search: URLSearchParams) {
  const { callApi, me, openedBookings, now } = visit
  const business = await callApi(readBusiness, { params: { businessId: slug } }).catch(throwPageError)
  const chosen = Object.fromEntries(search)
  const [options, photoOf] = await Promise.all([
    loadBookingOptions(visit, business, serviceId, chosen).catch(throwPageError),
    findDetailPhotos(visit, business.id),
  ])
  if (options.kind === 'absent') throw data(undefined, { status: 404 })
  if (options.kind === 'awaits-payments') throw redirect(`/b/${business.slug}`)
  const reader = { callApi, isSignedIn: me !== undefined, openedBookings, now }
  return {
    ...options,
    staff: options.staff.map((one) => ({ ...one, photo: photoOf(one.id)?.sizes[0]?.jpeg })),
    ownHold: options.isPaidOnline ? await findOwnHold(reader, serviceId) : undefined,
  }
}

export type BookingOptions = Awaited<ReturnType<typeof loadOptions>>
