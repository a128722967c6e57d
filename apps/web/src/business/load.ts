import { redirect } from 'react-router'
import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { listReviews } from '@buy-locals/contracts/review/operations'
import type { Visit } from '../server/visit'
import { asPageError, refusalIn } from '../site/refused'

export async function loadBusiness({ call, now, publicUrl, locale }: Visit, slug: string, cursor: string | undefined) {
  const business = await call(readBusiness, { params: { businessId: slug } }).catch(asPageError)
  if (business.slug !== slug) throw redirect(`/b/${business.slug}`, 301)
  const params = { businessId: business.id }
  const [services, staff, reviews] = await Promise.all([
    call(listServices, { params }).catch(asNothing),
    call(listStaff, { params }).catch(asNothing),
    call(listReviews, { params, query: { limit: 10, ...(cursor && { cursor }) } }),
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

export type Shown = Awaited<ReturnType<typeof loadBusiness>>

/** A place from open data offers nothing, and the booking service may never have heard of it. */
function asNothing(error: unknown): { items: [] } {
  if (refusalIn(error)?.status === 404) return { items: [] }
  throw error
}
