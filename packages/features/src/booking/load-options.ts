import type { Api } from '@buy-locals/api-client/api'
import { findSlots, listServices, listStaff, quote as quoteOperation } from '@buy-locals/contracts/booking/operations'
import type { Staff } from '@buy-locals/contracts/booking/shapes'
import type { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { addDays, isDate, toLocalDate } from '../time/dates'
import { whyEmpty } from './empty-days'

/** Two weeks are shown; where nothing is free in them, the first two weeks that have something. */
const shownDays = 14
const searchedDays = 31

/** As they stand in an address, where anybody may have written them. */
export type BookingChoice = {
  staff?: string | undefined
  people?: string | undefined
  from?: string | undefined
}

type BookableStaff = Pick<Staff, 'id' | 'name' | 'title'> & { photo?: string | undefined }

type Reader = { callApi: Api; now: string }

/** What can be chosen while booking a service, and what has been chosen. */
export async function loadBookingOptions(
  { callApi, now }: Reader,
  business: Output<typeof readBusiness>,
  serviceId: string,
  chosen: BookingChoice,
) {
  const { id: businessId, slug, name, timeZone, hours, address } = business
  const params = { businessId }
  const [services, everyone] = await Promise.all([callApi(listServices, { params }), callApi(listStaff, { params })])
  const service = services.items.find(({ id, active }) => id === serviceId && active)
  if (!service) return { kind: 'absent' as const }
  if (service.awaitsPayments) return { kind: 'awaits-payments' as const }

  const staff = everyone.items.filter(({ id, active }) => active && service.staffIds.includes(id))
  const staffId = staff.find(({ id }) => id === chosen.staff)?.id
  const partySize = Math.min(service.capacity, Math.max(1, Math.floor(Number(chosen.people)) || 1))
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

  const { from: chosenFrom } = chosen
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
  return {
    kind: 'open' as const,
    business: { id: businessId, slug, name, timeZone, country: address.country },
    service,
    quote,
    isPaidOnline: quote.payment === 'online',
    staff: staff.map(({ id, name: staffName, title }): BookableStaff => ({ id, name: staffName, title })),
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

export type BookingOptions = Extract<Awaited<ReturnType<typeof loadBookingOptions>>, { kind: 'open' }>
