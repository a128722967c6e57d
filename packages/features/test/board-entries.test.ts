import { newId } from '@buy-locals/values/ids'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { expect, test } from 'vitest'
import { boardDay } from '../src/board/board-day'
import { buildColumns } from '../src/board/columns'
import { buildEntries, countPeople, type BoardBooking } from '../src/board/entries'

const day = boardDay('2026-11-24', 'America/Boise')
const [ana, ben] = [newId('staff'), newId('staff')]
const [cut, yoga] = [newId('service'), newId('service')]
const services = [
  { id: cut, capacity: 1 },
  { id: yoga, capacity: 12 },
] as Service[]

const booked = (part: Partial<BoardBooking>) =>
  ({ id: newId('booking'), serviceId: cut, staffId: ana, resourceIds: [], status: 'confirmed', partySize: 1, start: '2026-11-24T17:00:00Z', end: '2026-11-24T18:00:00Z', ...part }) as BoardBooking // prettier-ignore

const entries = (items: BoardBooking[]) =>
  buildEntries({ timeZone: day.timeZone, items, heldMoves: [], blocks: [] }, { day, services })

test('everybody who comes to a class is one card, and the next class is another', () => {
  const later = { start: '2026-11-24T19:00:00Z', end: '2026-11-24T20:00:00Z' }
  const classes = entries([
    booked({ serviceId: yoga, partySize: 2 }),
    booked({ serviceId: yoga }),
    booked({ serviceId: yoga, ...later }),
  ])
  expect(classes.map((entry) => entry.kind === 'group' && countPeople(entry.bookings))).toEqual([3, 1])
})

test('two customers at one time are two cards, and what was cancelled takes no place', () => {
  expect(entries([booked({}), booked({ staffId: ben }), booked({ status: 'cancelled' })])).toHaveLength(2)
})

test('whoever can be booked has a column; whoever left has one while something of theirs is on the board', () => {
  const person = (id: typeof ana, name: string, active: boolean) => ({ id, name, active, businessId: newId('business'), version: 1 }) // prettier-ignore
  const columns = (items: BoardBooking[]) =>
    buildColumns({
      me: '',
      entries: entries(items),
      staff: [person(ana, 'Ana', true), person(ben, 'Ben', false)],
      resources: [],
      hours: undefined,
      openSpans: day.openSpans,
      anyone: 'No one',
      all: 'Bookings',
    }).map(({ name, entries: own }) => `${name} ${own.length}`)
  expect(columns([booked({})])).toEqual(['Ana 1'])
  expect(columns([booked({ staffId: ben })])).toEqual(['Ana 0', 'Ben 1'])
  expect(columns([booked({ staffId: undefined })])).toEqual(['Ana 0', 'No one 1'])
})

test('a booking of a table is at its table; one that needs a person and a room is with the person', () => {
  const [window, corner] = [newId('resource'), newId('resource')]
  const place = (id: typeof window, name: string) => ({ id, name, active: true, businessId: newId('business'), version: 1 }) // prettier-ignore
  const columns = buildColumns({
    me: '',
    entries: entries([
      booked({ staffId: undefined, resourceIds: [window] }),
      booked({ staffId: undefined, resourceIds: [corner] }),
      booked({ resourceIds: [corner] }),
    ]),
    staff: [{ id: ana, name: 'Ana', active: true, businessId: newId('business'), version: 1 }],
    resources: [place(window, 'Window'), place(corner, 'Corner')],
    hours: undefined,
    openSpans: day.openSpans,
    anyone: 'No one',
    all: 'Bookings',
  })
  expect(columns.map(({ name, entries: own }) => `${name} ${own.length}`)).toEqual(['Ana 1', 'Window 1', 'Corner 1'])
})

test('somebody is free only while both they and the business are open', () => {
  const hours = { weekly: [{ day: 2 as const, opens: '09:00', closes: '17:00' }], special: [] }
  const own = { weekly: [{ day: 2 as const, opens: '08:00', closes: '12:00' }], special: [] }
  const [column] = buildColumns({
    me: '',
    entries: [],
    staff: [{ id: ana, name: 'Ana', active: true, hours: own, businessId: newId('business'), version: 1 }],
    resources: [],
    hours,
    openSpans: day.openSpans,
    anyone: '',
    all: '',
  })
  expect(column?.open).toEqual([{ start: 540, end: 720 }])
})

test('whoever works here finds their own column first', () => {
  const me = newId('person')
  const person = (id: typeof ana, name: string) => ({ id, name, active: true, businessId: newId('business'), version: 1 }) // prettier-ignore
  const columns = buildColumns({
    me,
    entries: [],
    staff: [person(ana, 'Ana'), { ...person(ben, 'Ben'), personId: me }],
    resources: [],
    hours: undefined,
    openSpans: day.openSpans,
    anyone: '',
    all: '',
  })
  expect(columns.map(({ name, isOwn }) => [name, isOwn])).toEqual([
    ['Ben', true],
    ['Ana', false],
  ])
})
