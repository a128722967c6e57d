import { data } from 'react-router'
import { findSlots, listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { addDays, isDate, toLocalDate } from '@buy-locals/features/time/dates'
import type { Visit } from '../server/visit'
import { asPageError } from '../site/refused'

/** Two weeks stand in the strip; where nothing is free in them, the first days that have something. */
const shownDays = 14
const aheadDays = 31

export async function loadBooking({ call, now }: Visit, slug: string, serviceId: string, params: URLSearchParams) {
  const business = await call(readBusiness, { params: { businessId: slug } }).catch(asPageError)
  const of = { params: { businessId: business.id } }
  const [services, staff] = await Promise.all([
    call(listServices, of).catch(asPageError),
    call(listStaff, of).catch(asPageError),
  ])
  const service = services.items.find(({ id, active }) => id === serviceId && active)
  if (!service) throw data(undefined, { status: 404 })
  const offer = service

  const team = staff.items.filter(({ id, active }) => active && service.staffIds.includes(id))
  const staffId = team.find(({ id }) => id === params.get('staff'))?.id
  const partySize = Math.min(service.capacity, Math.max(1, Number(params.get('people')) || 1))
  const today = toLocalDate(now, business.timeZone)
  const last = addDays(today, service.maxHorizonDays)

  async function freeFrom(from: string, days: number) {
    const to = [addDays(from, days - 1), last].toSorted()[0] ?? last
    const query = { serviceId: offer.id, from, to, partySize, ...(staffId && { staffId }) }
    const found = to < from ? { items: [] } : await call(findSlots, { ...of, query })
    return found.items.map(({ start, seatsLeft }) => ({ start, seatsLeft }))
  }
  const asked = params.get('from')
  let from = asked && isDate(asked) && asked > today && asked <= last ? asked : today
  let slots = await freeFrom(from, shownDays)
  if (slots.length === 0 && from === today) {
    const later = await freeFrom(addDays(today, shownDays), aheadDays)
    const [first] = later
    if (first) {
      from = toLocalDate(first.start, business.timeZone)
      slots = later.filter(({ start }) => toLocalDate(start, business.timeZone) < addDays(from, shownDays))
    }
  }
  return {
    business: {
      id: business.id,
      slug: business.slug,
      name: business.name,
      timeZone: business.timeZone,
      hours: business.hours,
    },
    service,
    team: team.map(({ id, name, title }) => ({ id, name, title })),
    staffId,
    partySize,
    slots,
    from,
    today,
    last,
    days: shownDays,
    now,
  }
}

export type Offered = Awaited<ReturnType<typeof loadBooking>>
