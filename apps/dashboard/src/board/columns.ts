import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Hours } from './board-day'
import type { Entry } from './entries'
import type { Span } from './spans'

export type Person = Omit<Staff, 'personId'>

/** One person, one resource, or what belongs to nobody in particular. */
export type Column = {
  id: string
  kind: 'staff' | 'resource' | 'anyone'
  name: string
  entries: Entry[]
  /** When they can be booked. */
  open: Span[]
}

type Known = {
  entries: readonly Entry[]
  staff: readonly Person[]
  resources: readonly Resource[]
  hours: Hours | undefined
  openSpans: (hours: Hours | undefined) => Span[]
  /** What the column of nobody in particular is called, beside those of people and alone. */
  anyone: string
  all: string
}

/** Whoever can be booked has a column, and whoever has something on that day. */
export function columnsOf({ entries, staff, resources, hours, openSpans, anyone, all }: Known): Column[] {
  const open = openSpans(hours)
  const columns: Column[] = staff.map((person) => ({
    id: person.id,
    kind: 'staff',
    name: person.name,
    entries: entries.filter((entry) => staffOf(entry) === person.id),
    open: person.hours ? overlap(open, openSpans(person.hours)) : open,
  }))
  const known = new Set<string>(staff.map(({ id }) => id))
  const homeless = entries.filter((entry) => !known.has(staffOf(entry) ?? '') && !resourceOf(entry))
  if (homeless.length || staff.length === 0) {
    columns.push({ id: 'anyone', kind: 'anyone', name: staff.length ? anyone : all, entries: homeless, open })
  }
  for (const { id, name } of resources) {
    const own = entries.filter((entry) => resourceOf(entry) === id)
    if (own.length) columns.push({ id, kind: 'resource', name, entries: own, open: [] })
  }
  const isShown = new Set<string>(staff.filter(({ active }) => active).map(({ id }) => id))
  return columns.filter(({ id, kind, entries: own }) => kind !== 'staff' || isShown.has(id) || own.length > 0)
}

export function staffOf(entry: Entry): string | undefined {
  if (entry.kind === 'booking') return entry.booking.staffId
  if (entry.kind === 'group') return entry.bookings[0].staffId
  return entry.block.staffId
}

const resourceOf = (entry: Entry): string | undefined => (entry.kind === 'block' ? entry.block.resourceId : undefined)

const overlap = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) =>
    others
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => end > start),
  )
