import { Temporal } from 'temporal-polyfill'
import type { Slot } from '@buy-locals/scheduling'
import type { Id } from '@buy-locals/values/ids'
import type { HolderId } from './catalogue.ts'
import { holdersBesidePeople, type Group, type Offer } from './offer.ts'

/** Who and what a booking would take. A group that is running already is joined. */
export type Assignment = { staffId: Id<'staff'> | undefined; holders: HolderId[]; joins: Group | undefined }

type Question = {
  offer: Offer
  slot: Slot
  /** How many bookings each person has on that day. */
  load: ReadonlyMap<string, number>
  /** Whom others have taken since the offer was read. */
  lost: ReadonlySet<HolderId>
  partySize: number
}

/** The fairest choice that may still be free: a running group with seats, else whoever has the fewest bookings that day, then in the service's order. */
export function assign(question: Question): Assignment | undefined {
  const group = runningGroup(question)
  if (group) return { staffId: group.staffId, holders: group.holders, joins: group }
  const { offer, slot, load, lost } = question
  const things = freeThings(question)
  if (!things) return undefined
  if (offer.service.staffIds.length === 0) return { staffId: undefined, holders: things, joins: undefined }
  const busyWithGroup = new Set(groupsAt(offer, slot).map(({ staffId }) => staffId))
  const [staffId] = slot.staffIds
    .map((id) => id as Id<'staff'>)
    .filter((id) => !lost.has(id) && !busyWithGroup.has(id))
    .toSorted((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0))
  return staffId && { staffId, holders: [staffId, ...things], joins: undefined }
}

function runningGroup({ offer, slot, lost, partySize }: Question): Group | undefined {
  return groupsAt(offer, slot).find(
    ({ staffId, holders, capacity, seats }) =>
      capacity - seats >= partySize &&
      (staffId === undefined || slot.staffIds.includes(staffId)) &&
      !holders.some((holder) => lost.has(holder)),
  )
}

const groupsAt = ({ service, taken }: Offer, slot: Slot): Group[] =>
  taken
    .flatMap(({ group }) => (group ? [group] : []))
    .filter(({ serviceId, start, end }) => serviceId === service.id && start === slot.start && end === slot.end)

/** Every thing without a pool, and of each pool the first that is free; undefined where a pool has none left. */
function freeThings({ offer, slot, lost }: Question): HolderId[] | undefined {
  const { service, taken } = offer
  const from = Temporal.Instant.from(slot.start).subtract({ minutes: service.bufferBeforeMinutes }).toString()
  const to = Temporal.Instant.from(slot.end).add({ minutes: service.bufferAfterMinutes }).toString()
  const isFree = (id: HolderId) =>
    !lost.has(id) && !taken.some((other) => other.holderId === id && other.from < to && from < other.to)
  const things = holdersBesidePeople(offer)
  const needed = things.filter(({ pool }) => pool === undefined).map(({ id }) => id)
  const pools = Map.groupBy(
    things.filter(({ pool }) => pool !== undefined),
    ({ pool }) => pool,
  )
  const chosen = [...pools.values()].map((members) => members.find(({ id }) => isFree(id))?.id)
  if (needed.some((id) => lost.has(id)) || chosen.includes(undefined)) return undefined
  return [...needed, ...chosen.flatMap((id) => (id ? [id] : []))]
}
