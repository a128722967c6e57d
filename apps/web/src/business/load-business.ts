import { redirect } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import { loadFrom, throwPageError } from '../api/loader-errors'
import type { Visit } from '../server/visit'

export async function loadBusiness({ callApi, now, publicUrl, locale }: Visit, slug: string, cursor: string | null) {
  const business = await callApi(readBusiness, { params: { businessId: slug } }).catch(throwPageError)
  if (business.slug !== slug) throw redirect(`/b/${business.slug}`, 301)
  const params = { businessId: business.id }
  const [services, staff, reviews] = await Promise.all([
    callApi(listServices, { params }).catch(ignoreUnknown),
    callApi(listStaff, { params }).catch(ignoreUnknown),
    loadFrom(cursor, (from) => callApi(listReviews, { params, query: { limit: 10, ...(from && { cursor: from }) } })),
  ])
  return {
    business,
    services: services.items.filter(({ active }) => active),
    staff: staff.items.filter(({ active }) => active).map(({ id, name, title }) => ({ id, name, title })),
    reviews,
    now,
    publicUrl,
    locale,
  }
}

export type BusinessPage = Awaited<ReturnType<typeof loadBusiness>>

/** A listing from open data has no services, and the booking service may not know it at all. */
function ignoreUnknown(error: unknown): { items: [] } {
  if (error instanceof Refusal && (error.status === 404 || error.code === 'not-yet')) return { items: [] }
  throw error
}
