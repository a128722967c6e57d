import { findSlots, type Busy, type Slot, type SlotRequest } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import type { Business, HolderId, Person, Resource, Service } from './catalogue.ts'

/** A group of some service that is already running. */
export type Group = {
  id: Id<'occurrence'>
  serviceId: Id<'service'>
  staffId: Id<'staff'> | undefined
  holders: HolderId[]
  start: string
  end: string
  bufferBeforeMinutes: number
  bufferAfterMinutes: number
  capacity: number
  seats: number
}

/** When a holder is promised already; buffers included, in UTC. */
export type Taken = { holderId: HolderId; from: string; to: string; isBlock: boolean; group?: Group | undefined }

/** All that decides when a service can be booked. */
export type Offer = {
  business: Business
  service: Service
  /** Of the service's people, those who work there, in its order. */
  staff: Person[]
  resources: Resource[]
  horizonDays: number
  taken: Taken[]
}

export type Window = { from: string; to: string; now: string; partySize: number }

/** What somebody of the business may look past. */
export type Waiver = { notice?: boolean; hours?: boolean; horizon?: boolean; step?: boolean; taken?: boolean }

const always = { weekly: ([1, 2, 3, 4, 5, 6, 7] as const).map((day) => ({ day, opens: '00:00', closes: '24:00' })) }

export function slotsOf(offer: Offer, window: Window, waiver: Waiver = {}): Slot[] {
  const request = slotRequest(offer, window, waiver)
  return request ? findSlots(request) : []
}

function slotRequest(offer: Offer, { from, to, now, partySize }: Window, waiver: Waiver): SlotRequest | undefined {
  const { business, service, staff, resources, horizonDays } = offer
  const hours = waiver.hours ? always : business.hours
  const isShortOfPeople = service.staffIds.length > 0 && staff.length === 0
  const isShortOfThings = resources.length < service.resourceIds.length
  if (!hours || isShortOfPeople || isShortOfThings) return undefined
  const busy = busyOf(waiver.taken ? { ...offer, taken: [] } : offer)
  return {
    timeZone: business.timeZone,
    from,
    to,
    now,
    durationMinutes: service.durationMinutes,
    stepMinutes: waiver.hours || waiver.step ? 1 : service.stepMinutes,
    bufferBeforeMinutes: service.bufferBeforeMinutes,
    bufferAfterMinutes: service.bufferAfterMinutes,
    minNoticeMinutes: waiver.notice ? 0 : service.minNoticeMinutes,
    ...(waiver.horizon ? {} : { maxHorizonDays: horizonDays }),
    capacity: service.capacity,
    partySize,
    business: hours,
    staff: staff.map((person) => ({
      id: person.id,
      ...(person.hours && !waiver.hours && { hours: person.hours }),
      busy: busy.ofPerson(person.id),
    })),
    resources: holdersBesidePeople(offer).map(({ id, pool }) => ({ id, ...(pool && { pool }), busy: busy.of(id) })),
  }
}

type Thing = { id: HolderId; pool: string | undefined }

/** A service that needs neither people nor things is promised itself: as often as it has seats. */
export function holdersBesidePeople({ service, resources }: Pick<Offer, 'service' | 'resources'>): Thing[] {
  const needsNothing = service.staffIds.length === 0 && service.resourceIds.length === 0
  return needsNothing ? [{ id: service.id, pool: undefined }] : resources
}

function busyOf({ service, resources, taken }: Offer) {
  const byHolder = Map.groupBy(taken, ({ holderId }) => holderId)
  const of = (holder: HolderId): Busy[] => (byHolder.get(holder) ?? []).map((entry) => busy(entry, service.id))
  // Whoever does not give the running group cannot use its room.
  const inOurRooms = resources
    .filter(({ pool }) => pool === undefined)
    .flatMap(({ id }) => byHolder.get(id) ?? [])
    .filter(({ group }) => group?.serviceId === service.id)
  const ofPerson = (person: Id<'staff'>): Busy[] => [
    ...of(person),
    ...inOurRooms.filter(({ group }) => group?.staffId !== person).map(({ from, to }) => ({ start: from, end: to })),
  ]
  return { of, ofPerson }
}

function busy({ from, to, group }: Taken, serviceId: Id<'service'>): Busy {
  if (group?.serviceId !== serviceId) return { start: from, end: to }
  const { start, end, bufferBeforeMinutes, bufferAfterMinutes, seats } = group
  return { start, end, bufferBeforeMinutes, bufferAfterMinutes, seats }
}
