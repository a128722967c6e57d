import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Person } from '../person.ts'

export type Change = 'cancelled' | 'completed' | 'no-show'

/** One wish of one person, and everything that was answered to it. What was answered is a promise. */
export type Intention = {
  /** Travels as the booking's note, so that it is found again whatever happened to the answer. */
  note: string
  person: Person
  service: Service
  start: string
  bookingId?: Id<'booking'>
  /** Stripe said that the money is taken. */
  paid?: boolean
  /** From the request for a payment until the booking is seen to be confirmed. */
  inFlight?: boolean
  /** The server was killed in that time. */
  isCaught?: boolean
  /** It was answered that there is no such booking. */
  isRefused?: boolean
  seen: Set<string>
  asked: Set<Change>
  answered?: { change: Change; refundShare: number | undefined }
}

export type Memory = { intentions: Intention[]; strange: string[]; retries: number }

export const newMemory = (): Memory => ({ intentions: [], strange: [], retries: 0 })

/** How many payments a kill catches. */
export function catchPayments({ intentions }: Memory): number {
  const caught = intentions.filter((intention) => intention.inFlight)
  for (const intention of caught) intention.isCaught = true
  return caught.length
}

export const known = ({ intentions }: Memory, bookingId: string): Intention | undefined =>
  intentions.find((intention) => intention.bookingId === bookingId)
