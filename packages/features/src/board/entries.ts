import type { listBusinessBookings } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { BoardDay } from './board-day'
import type { Span } from './spans'

export type Board = Output<typeof listBusinessBookings>
export type BoardBooking = Board['items'][number]
export type Block = Board['blocks'][number]

export type BookingEntry = Span & { kind: 'booking'; id: string; booking: BoardBooking }
type HeldMove = NonNullable<BoardBooking['heldMove']>
/** A time that is held beside the one of a booking, until the difference is paid. */
export type MoveEntry = Span & { kind: 'move'; id: string; booking: BoardBooking; move: HeldMove }
/** A group session: one entry of the board, many bookings. */
export type GroupEntry = Span & {
  kind: 'group'
  id: string
  bookings: [BoardBooking, ...BoardBooking[]]
  seats: number
}
export type BlockEntry = Span & { kind: 'block'; id: string; block: Block }
export type Entry = BookingEntry | MoveEntry | GroupEntry | BlockEntry

export const isOff = ({ status }: Pick<BoardBooking, 'status'>) => status === 'cancelled' || status === 'expired'

export const isToCome = ({ status }: BoardBooking) =>
  status === 'held' || status === 'pending' || status === 'confirmed'

export const countPeople = (bookings: readonly BoardBooking[]) =>
  bookings.reduce((people, { partySize }) => people + partySize, 0)

type Options = { day: BoardDay; services: readonly Service[] }

/** The entries of a day. What was cancelled or has expired takes no time. */
export function buildEntries({ items, heldMoves, blocks }: Board, { day, services }: Options): Entry[] {
  const seatsOf = new Map(services.map(({ id, capacity }) => [id, capacity]))
  const groups = new Map<string, GroupEntry>()
  const entries: Entry[] = []
  for (const booking of items) {
    const span = day.spanOf(booking.start, booking.end)
    if (!span || isOff(booking)) continue
    const seats = seatsOf.get(booking.serviceId) ?? 1
    const key = [booking.serviceId, booking.staffId, booking.start, ...booking.resourceIds].join(' ')
    const group = groups.get(key)
    if (seats === 1) entries.push({ ...span, kind: 'booking', id: booking.id, booking })
    else if (group) group.bookings.push(booking)
    else groups.set(key, { ...span, kind: 'group', id: key, bookings: [booking], seats })
  }
  for (const booking of heldMoves) {
    const { heldMove: move } = booking
    const span = move && day.spanOf(move.start, move.end)
    if (span) entries.push({ ...span, kind: 'move', id: `move ${booking.id}`, booking, move })
  }
  for (const block of blocks) {
    const span = day.spanOf(block.start, block.end)
    if (span) entries.push({ ...span, kind: 'block', id: block.id, block })
  }
  return [...entries, ...groups.values()].toSorted((a, b) => a.start - b.start)
}

/** The group session that a booking is a seat of. */
export const findGroup = (entries: readonly Entry[], bookingId: string | undefined): GroupEntry | undefined =>
  entries.find(
    (entry): entry is GroupEntry => entry.kind === 'group' && entry.bookings.some(({ id }) => id === bookingId),
  )
