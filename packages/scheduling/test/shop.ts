import { findSlots, type Hours, type SlotRequest } from '../src/scheduling.ts'

/** Every day the same shifts. */
export function daily(...shifts: [string, string][]): Hours {
  return {
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((day) =>
      shifts.map(([opens, closes]) => ({ day, opens, closes })),
    ),
  }
}

/** An hour's service on the hour in New York on 3 March 2026, a Tuesday in winter time, for which nobody is needed. */
export function request(changes: Partial<SlotRequest> = {}): SlotRequest {
  const from = changes.from ?? '2026-03-03'
  return {
    timeZone: 'America/New_York',
    from,
    to: from,
    now: '2001-01-01T00:00:00Z',
    durationMinutes: 60,
    stepMinutes: 60,
    business: daily(['09:00', '12:00']),
    staff: [],
    ...changes,
  }
}

export function startsFor(changes: Partial<SlotRequest>): string[] {
  return findSlots(request(changes)).map(({ start }) => start)
}

/** Starts with those who can take them: '14:00 ann ben 3' has three seats left. */
export function slotsFor(changes: Partial<SlotRequest>): string[] {
  return findSlots(request(changes)).map(({ start, staffIds, seatsLeft }) =>
    [start.slice(11, 16), ...staffIds, seatsLeft].join(' '),
  )
}
