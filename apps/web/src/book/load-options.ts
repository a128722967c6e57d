import { data, redirect } from 'react-router'
import { findSlots, listServices, listStaff, quote as quoteOperation } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { addDays, isDate, toLocalDate } from '@buy-locals/features/time/dates'
import { throwPageError } from '../api/loader-errors'
import { findDetailPhotos } from '../business/find-detail-photos'
import type { Visit } from '../server/visit'
import { whyEmpty } from '@buy-locals/features/booking/empty-days'
import { findOwnHold } from './find-own-hold'

/** Two weeks are shown; where nothing is free in them, the first two weeks that have something. */
const shownDays = 14
const searchedDays = 31

export async function loadOptions(visit: Visit, slug: string, serviceId: string, search: URLSearchParams) {
  const { callApi, now } = visit
  const business = await callApi(readBusiness, { params: { businessId: slug } }).catch(throwPageError)
  const { id: businessId, name, timeZone, hours } = business
  const params = { businessId }
  const [services, everyone, photoOf] = await Promise.all([
    callApi(listServices, { params }).catch(throwPageError),
    callApi(listStaff, { params }).catch(throwPageError),
    findDetailPhotos(visit, businessId),
  ])
  const service = services.items.find(({ id, active }) => id === serviceId && active)
  if (!service) throw data(undefined, { status: 404 })
  if (service.awaitsPayments) throw redirect(`/b/${business.slug}`)

  const staff = everyone.items.filter(({ id, active }) => active && service.staffIds.includes(id))
  const staffId = staff.find(({ id }) => id === search.get('staff'))?.id
  const partySize = Math.min(service.capacity, Math.max(1, Math.floor(Number(search.get('people'))) || 1))
  const today = toLocalDate(now, timeZone)
  const lastDay = addDays(today, service.maxHorizonDays)
  const choice = { serviceId: service.id, partySize, ...(staffId && { staffId }) }

  const quote = await callApi(quoteOperation, { params, body: { serviceId: service.id, partySize } })

  async function findFreeStarts(from: string, days: number) {
    const [to = lastDay] = [addDays(from, days - 1), lastDay].toSorted()
    if (to < from) return []
    const { items } = await callApi(findSlots, { params, query: { ...choice, from, to } })
    return items.map(({ start, seatsLeft }) => ({ start, seatsLeft }))
  }

  const chosenFrom = search.get('from')
  let from = chosenFrom && isDate(chosenFrom) && chosenFrom > today && chosenFrom <= lastDay ? chosenFrom : today
  let slots = await findFreeStarts(from, shownDays)
  if (slots.length === 0 && from === today) {
    const later = await findFreeStarts(addDays(today, shownDays), searchedDays)
    const [first] = later
    if (first) {
      from = toLocalDate(first.start, timeZone)
      slots = later.filter(({ start }) => toLocalDate(start, timeZone) < addDays(from, shownDays))
    }
  }
  const chosenStaff = staff.filter(({ id }) => !staffId || id === staffId)
  const { minNoticeMinutes } = service
  const taken = new Set(slots.map(({ start }) => toLocalDate(start, timeZone)))
  const emptyDates = Array.from({ length: shownDays }, (_, at) => addDays(from, at)).filter((date) => !taken.has(date))
  const bookable = { hours, staff: chosenStaff, minNoticeMinutes, timeZone, now }
  const empty = Object.fromEntries(emptyDates.map((date) => [date, whyEmpty(date, bookable)]))
  const beyond = addDays(from, from === today ? shownDays + searchedDays : shownDays)
  const [next] = slots.length === 0 ? await findFreeStarts(beyond, searchedDays) : []
  const isPaidOnline = quote.payment === 'online'
  return {
    business: { id: businessId, slug: business.slug, name, timeZone, country: business.address.country },
    service,
    quote,
    isPaidOnline,
    ownHold: isPaidOnline ? await findOwnHold(visit, service.id) : undefined,
    staff: staff.map(({ id, name: staffName, title }) => ({
      id,
      name: staffName,
      title,
      photo: photoOf(id)?.sizes[0]?.jpeg,
    })),
    staffId,
    partySize,
    slots,
    empty,
    nextFree: next && toLocalDate(next.start, timeZone),
    from,
    today,
    lastDay,
    days: shownDays,
    now,
  }
}

/** What can be chosen while booking a service, and what has been chosen by the address of the page. */
export type BookingOptions = Awaited<ReturnType<typeof loadOptions>>
