import { describe, expect, test } from 'vitest'
import { daily, slotsFor, startsFor } from './shop.ts'

const at = (from: string, to: string, more = {}) => ({
  start: `2026-03-03T${from}:00Z`,
  end: `2026-03-03T${to}:00Z`,
  ...more,
})
const utc = { timeZone: 'UTC', business: daily(['09:00', '13:00']) }

describe('a person', () => {
  test('is offered where free, in the order given; a start with nobody is not offered', () => {
    const staff = [
      { id: 'zoe', busy: [at('10:00', '12:00')] },
      { id: 'ann', busy: [at('09:00', '11:00')] },
    ]
    expect(slotsFor({ ...utc, staff })).toEqual(['09:00 zoe 1', '11:00 ann 1', '12:00 zoe ann 1'])
  })

  test('who has an appointment that ends when another starts can take both', () => {
    const staff = [{ id: 'ann', busy: [at('09:30', '10:00'), at('11:00', '11:30')] }]
    expect(slotsFor({ ...utc, staff })).toEqual(['10:00 ann 1', '12:00 ann 1'])
  })

  test('is not blocked by an appointment without length, unless its buffers give it one', () => {
    const busy = [at('09:30', '09:30'), at('11:30', '11:30', { bufferAfterMinutes: 15 })]
    expect(slotsFor({ ...utc, staff: [{ id: 'ann', busy }] })).toEqual(['09:00 ann 1', '10:00 ann 1', '12:00 ann 1'])
  })

  test('works in their own hours and the shop’s, and their hours do not shift the grid', () => {
    const staff = [{ id: 'ann', hours: daily(['09:30', '12:00']), busy: [] }]
    expect(slotsFor({ ...utc, staff })).toEqual(['10:00 ann 1', '11:00 ann 1'])
  })

  test('has changed hours and appointments from the next call on, even where the same lists were changed', () => {
    const [hours, busy] = [daily(['09:00', '10:00']), [at('09:00', '10:00')]]
    const starts = () => slotsFor({ ...utc, staff: [{ id: 'ann', hours, busy }] })
    expect(starts()).toEqual([])
    busy.pop()
    expect(starts()).toEqual(['09:00 ann 1'])
    hours.weekly.splice(0, 7, ...daily(['11:00', '12:00']).weekly)
    expect(starts()).toEqual(['11:00 ann 1'])
  })

  test('an appointment in the repeated hour hides what it really covers: instants are compared, never local times', () => {
    const staff = [{ id: 'ann', busy: [{ start: '2026-11-01T01:45:00-04:00', end: '2026-11-01T01:15:00-05:00' }] }]
    const night = {
      from: '2026-11-01',
      business: daily(['01:00', '02:00']),
      durationMinutes: 30,
      stepMinutes: 30,
      staff,
    }
    expect(startsFor(night)).toEqual(['2026-11-01T05:00:00Z', '2026-11-01T06:30:00Z'])
  })

  test('buffers of the service and of the appointment both keep their distance, and need not fit into opening hours', () => {
    const busy = [at('10:30', '11:00', { bufferBeforeMinutes: 30, bufferAfterMinutes: 15 })]
    const quarter = {
      ...utc,
      durationMinutes: 30,
      stepMinutes: 15,
      business: daily(['09:00', '12:00']),
      staff: [{ id: 'ann', busy }],
    }
    expect(startsFor({ ...quarter, bufferBeforeMinutes: 15, bufferAfterMinutes: 15 })).toEqual([
      '2026-03-03T09:00:00Z',
      '2026-03-03T09:15:00Z',
      '2026-03-03T11:30:00Z',
    ])
  })
})

describe('resources', () => {
  test('every one without a pool is needed, and one of each pool', () => {
    const resources = [
      { id: 'chair', busy: [at('09:00', '10:00')] },
      { id: 'red room', pool: 'rooms', busy: [at('10:00', '12:00')] },
      { id: 'blue room', pool: 'rooms', busy: [at('11:00', '13:00')] },
    ]
    expect(slotsFor({ ...utc, resources })).toEqual(['10:00 1', '12:00 1'])
  })
})

describe('seats', () => {
  const group = (seats: number) => at('10:00', '11:00', { seats })

  test('a running group takes seats at its own start and blocks everywhere else', () => {
    const class8 = { ...utc, stepMinutes: 30, capacity: 8, staff: [{ id: 'ann', busy: [group(3), group(1)] }] }
    expect(slotsFor(class8)).toEqual(['09:00 ann 8', '10:00 ann 4', '11:00 ann 8', '11:30 ann 8', '12:00 ann 8'])
  })

  test('only people with enough seats are listed, and the seats are those of whoever has most', () => {
    const staff = [
      { id: 'ann', busy: [group(7)] },
      { id: 'ben', busy: [group(5)] },
      { id: 'cat', busy: [group(4)] },
    ]
    const class8 = { ...utc, capacity: 8, staff, business: daily(['10:00', '11:00']) }
    expect(slotsFor({ ...class8, partySize: 3 })).toEqual(['10:00 ben cat 4'])
    expect(slotsFor({ ...class8, partySize: 5 })).toEqual([])
  })

  test('a group blocks at its own start where it lasts longer, or where other work overlaps it', () => {
    const staff = [{ id: 'ann', busy: [at('10:00', '11:30', { seats: 1 })] }]
    expect(slotsFor({ ...utc, capacity: 8, staff })).toEqual(['09:00 ann 8', '12:00 ann 8'])
    const other = [{ id: 'ann', busy: [group(1), at('10:45', '11:00')] }]
    expect(slotsFor({ ...utc, capacity: 8, staff: other })).toEqual(['09:00 ann 8', '11:00 ann 8', '12:00 ann 8'])
  })

  test('without staff the fullest needed resource counts, and of a pool its emptiest free one', () => {
    const resources = [
      { id: 'hall', busy: [group(2)] },
      { id: 'red', pool: 'mats', busy: [group(5)] },
      { id: 'blue', pool: 'mats', busy: [group(3)] },
      { id: 'green', pool: 'mats', busy: [at('10:15', '10:30')] },
    ]
    expect(slotsFor({ ...utc, capacity: 8, resources })).toEqual(['09:00 8', '10:00 5', '11:00 8', '12:00 8'])
    expect(slotsFor({ ...utc, capacity: 8, partySize: 6, resources })).toEqual(['09:00 8', '11:00 8', '12:00 8'])
  })

  test('with staff a group in a room neither blocks nor counts', () => {
    const room = { id: 'hall', busy: [group(2)] }
    const class8 = { ...utc, capacity: 8, staff: [{ id: 'ann', busy: [group(1)] }], resources: [room] }
    expect(slotsFor({ ...class8, business: daily(['10:00', '11:00']) })).toEqual(['10:00 ann 7'])
  })
})
