import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import type { Entry } from './entries'
import type { Span } from './spans'

/** One person, one resource, or what belongs to nobody in particular. */
export type Column = {
  id: string
  kind: 'staff' | 'resource' | 'anyone'
  name: string
  /** Of whoever looks at the board. */
  isOwn: boolean
  entries: Entry[]
  /** When they can be booked. */
  open: Span[]
}

type Known = {
  me: string
  entries: readonly Entry[]
  staff: readonly Staff[]
  resources: readonly Resource[]
  hours: Hours | undefined
  openSpans: (hours: Hours | undefined) => Span[]
  /** What the column of nobody in particular is called, beside those of people and alone. */
  anyone: string
  all: string
}

/** Whoever can be booked has a column, and whoever has something on that day. What needs nobody is shown at its room or table, which
 *  are all shown where nobody is booked. One's own comes first. */
export function columnsOf({ me, entries, staff, resources, hours, openSpans, anyone, all }: Known): Column[] {
  const open = openSpans(hours)
  const columns: Column[] = staff.map((person) => ({
    id: person.id,
    kind: 'staff',
    name: person.name,
    isOwn: person.personId === me,
    entries: entries.filter((entry) => staffOf(entry) === person.id),
    open: person.hours ? overlap(open, openSpans(person.hours)) : open,
  }))
  const known = new Set<string>(staff.map(({ id }) => id))
  const rest = entries.filter((entry) => !known.has(staffOf(entry) ?? ''))
  const places = new Set<string>(resources.map(({ id }) => id))
  const homeless = rest.filter((entry) => !resourcesOf(entry).some((id) => places.has(id)))
  if (homeless.length || staff.length === 0) {
    columns.push({
      id: 'anyone',
      kind: 'anyone',
      name: staff.length ? anyone : all,
      isOwn: false,
      entries: homeless,
      open,
    })
  }
  for (const { id, name, active } of resources) {
    const own = rest.filter((entry) => resourcesOf(entry).includes(id))
    if (own.length || (staff.length === 0 && active))
      columns.push({ id, kind: 'resource', name, isOwn: false, entries: own, open: [] })
  }
  const isShown = new Set<string>(staff.filter(({ active }) => active).map(({ id }) => id))
  return columns
    .filter(({ id, kind, entries: own }) => kind !== 'staff' || isShown.has(id) || own.length > 0)
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
}

export function staffOf(entry: Entry): string | undefined {
  if (entry.kind === 'booking') return entry.booking.staffId
  if (entry.kind === 'group') return entry.bookings[0].staffId
  return entry.block.staffId
}

function resourcesOf(entry: Entry): readonly string[] {
  if (entry.kind === 'booking') return entry.booking.resourceIds
  if (entry.kind === 'group') return entry.bookings[0].resourceIds
  return entry.block.resourceId ? [entry.block.resourceId] : []
}

const overlap = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) =>
    others
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => end > start),
  )
