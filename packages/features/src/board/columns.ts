import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import type { Entry } from './entries'
import type { Span } from './spans'

/** One person, one resource, or what needs neither. */
export type Column = {
  id: string
  kind: 'staff' | 'resource' | 'anyone'
  name: string
  /** The column of the signed-in person. */
  isOwn: boolean
  entries: Entry[]
  /** When it can be booked. */
  open: Span[]
}

type ColumnsOptions = {
  me: string
  entries: readonly Entry[]
  staff: readonly Staff[]
  resources: readonly Resource[]
  hours: Hours | undefined
  openSpans: (hours: Hours | undefined) => Span[]
  /** The names of the column of what needs nobody: beside those of people, and alone. */
  anyone: string
  all: string
}

/** Everybody who can be booked has a column, and everybody with an entry on that day. What needs nobody is shown at its resource; where
 *  a business has no staff, every resource has a column. The signed-in person's comes first. */
export function buildColumns({
  me,
  entries,
  staff,
  resources,
  hours,
  openSpans,
  anyone,
  all,
}: ColumnsOptions): Column[] {
  const open = openSpans(hours)
  const columns: Column[] = staff.map((person) => ({
    id: person.id,
    kind: 'staff',
    name: person.name,
    isOwn: person.personId === me,
    entries: entries.filter((entry) => staffIdOf(entry) === person.id),
    open: person.hours ? overlap(open, openSpans(person.hours)) : open,
  }))
  const staffIds = new Set<string>(staff.map(({ id }) => id))
  const rest = entries.filter((entry) => !staffIds.has(staffIdOf(entry) ?? ''))
  const resourceIds = new Set<string>(resources.map(({ id }) => id))
  const unassigned = rest.filter((entry) => !resourceIdsOf(entry).some((id) => resourceIds.has(id)))
  if (unassigned.length || staff.length === 0) {
    columns.push({
      id: 'anyone',
      kind: 'anyone',
      name: staff.length ? anyone : all,
      isOwn: false,
      entries: unassigned,
      open,
    })
  }
  for (const { id, name, active } of resources) {
    const own = rest.filter((entry) => resourceIdsOf(entry).includes(id))
    if (own.length || (staff.length === 0 && active))
      columns.push({ id, kind: 'resource', name, isOwn: false, entries: own, open: [] })
  }
  const isShown = new Set<string>(staff.filter(({ active }) => active).map(({ id }) => id))
  return columns
    .filter(({ id, kind, entries: own }) => kind !== 'staff' || isShown.has(id) || own.length > 0)
    .toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
}

function staffIdOf(entry: Entry): string | undefined {
  if (entry.kind === 'move') return entry.move.staffId
  if (entry.kind === 'booking') return entry.booking.staffId
  if (entry.kind === 'group') return entry.bookings[0].staffId
  return entry.block.staffId
}

function resourceIdsOf(entry: Entry): readonly string[] {
  if (entry.kind === 'booking' || entry.kind === 'move') return entry.booking.resourceIds
  if (entry.kind === 'group') return entry.bookings[0].resourceIds
  return entry.block.resourceId ? [entry.block.resourceId] : []
}

const overlap = (some: readonly Span[], others: readonly Span[]): Span[] =>
  some.flatMap((one) =>
    others
      .map((other) => ({ start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }))
      .filter(({ start, end }) => end > start),
  )
