import { redirect } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { findNearest, measureMeters } from '@buy-locals/features/place/distance'
import { formatPhone } from '@buy-locals/values/phone'
import { loadFrom, throwPageError } from '../api/loader-errors'
import type { Visit } from '../server/visit'
import { findDetailPhotos } from './find-detail-photos'

export async function loadBusiness(visit: Visit, slug: string, cursor: string | null) {
  const { callApi, now, publicUrl, locale, markets } = visit
  const business = await callApi(readBusiness, { params: { businessId: slug } }).catch(throwPageError)
  if (business.slug !== slug) throw redirect(`/b/${business.slug}`, 301)
  const params = { businessId: business.id }
  const [services, staff, photoOf, reviews] = await Promise.all([
    callApi(listServices, { params }).catch(insteadOfUnknown({ items: [] })),
    callApi(listStaff, { params }).catch(insteadOfUnknown({ items: [] })),
    findDetailPhotos(visit, business.id),
    loadFrom(cursor, (from) =>
      callApi(listReviews, { params, query: { limit: 10, ...(from && { cursor: from }) } }),
    ).catch(insteadOfUnknown(noReviews)),
  ])
  const { phone, address } = business
  const town = findNearest(markets, business.location)
  return {
    business,
    phoneText: phone && formatPhone(phone, address.country),
    services: services.items
      .filter(({ active }) => active)
      .map((service) => ({ ...service, photo: photoOf(service.id) })),
    staff: staff.items
      .filter(({ active }) => active)
      .map(({ id, name, title }) => ({ id, name, title, photo: photoOf(id) })),
    reviews,
    town: town && { name: town.name, metersAway: measureMeters(town.location, business.location) },
    now,
    publicUrl,
    locale,
  }
}

export type BusinessPage = Awaited<ReturnType<typeof loadBusiness>>

const noReviews: Output<typeof listReviews> = { items: [], rating: { mean: 0, count: 0, byStars: [0, 0, 0, 0, 0] } }

/** A listing from open data has no services, and the other services may not know a business that was published a moment ago. */
const insteadOfUnknown =
  <T>(nothing: T) =>
  (error: unknown): T => {
    if (error instanceof Refusal && (error.status === 404 || error.code === 'not-yet')) return nothing
    throw error
  }
