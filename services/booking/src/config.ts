import { z } from 'zod'
import type { DocumentVersions } from '@buy-locals/contracts/documents'
import { limitOf } from '@buy-locals/service-kit/config'

const count = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault)

export const config = z
  .object({
    PAYMENTS: z.enum(['on', 'off']).default('on'),
    BOOKING_HOLD_MINUTES: count(10),
    BOOKING_COMPLETION_GRACE_HOURS: z.coerce.number().int().min(0).default(24),
    BOOKING_HOLDS_PER_PERSON: count(3).describe(
      'Seats that one person holds without having paid, at a time; of guests, one mail address',
    ),
    BOOKING_HOLDS_PER_ADDRESS: count(10).describe(
      'Seats that are held from one address without having been paid, at a time',
    ),
    BOOKING_HOLDS_PER_BUSINESS: count(200).describe(
      'Seats of one business that are held without having been paid, at a time',
    ),
    BOOKING_VISITS_PER_GUEST: count(10).describe('Seats of visits to come for which one guest pays nothing online'),
    BOOKING_VISITS_PER_ACCOUNT: count(30).describe('Seats of visits to come for which one account pays nothing online'),
    BOOKING_VISITS_PER_ADDRESS: count(100).describe(
      'Seats of visits to come that were booked from one address with nothing paid online',
    ),
    BOOKING_SESSION_SEATS_PER_ADDRESS: count(4).describe(
      'Seats of one class that are kept from one address without having been paid, where its share of the class is less',
    ),
    BOOKING_SESSION_SHARE_PER_ADDRESS: z.coerce
      .number()
      .int()
      .min(1)
      .max(10_000)
      .default(5_000)
      .describe('The share of one class that is kept from one address without having been paid, in basis points'),
    BOOKINGS_PER_NETWORK_AND_HOUR: limitOf(400, 3_600).describe('Bookings from the network around an address'),
    BOOKING_GUESTS_PER_ADDRESS_AND_DAY: limitOf(30, 86_400).describe('Bookings of guests from one address'),
    BOOKING_MESSAGES_PER_SESSION: limitOf(5, 86_400).describe(
      'Messages to everybody who has booked one meeting of a class',
    ),
    BOOKING_MESSAGES_PER_THREAD: limitOf(50, 86_400).describe('Messages of one side about one booking'),
    BOOKING_REPORTS_PER_THREAD: limitOf(20, 86_400).describe('Reports by one side of messages about one booking'),
    BOOKING_LINKS_PER_MINUTE: limitOf(20, 60).describe('Attempts from one address to open a booking with a link'),
  })
  .transform((environment) => ({
    takesPayments: environment.PAYMENTS === 'on',
    holdMinutes: environment.BOOKING_HOLD_MINUTES,
    completionGraceHours: environment.BOOKING_COMPLETION_GRACE_HOURS,
    holdsPer: {
      person: environment.BOOKING_HOLDS_PER_PERSON,
      address: environment.BOOKING_HOLDS_PER_ADDRESS,
      business: environment.BOOKING_HOLDS_PER_BUSINESS,
    },
    /** Confirmed visits to come that nobody has paid online. */
    visitsPer: {
      guest: environment.BOOKING_VISITS_PER_GUEST,
      account: environment.BOOKING_VISITS_PER_ACCOUNT,
      address: environment.BOOKING_VISITS_PER_ADDRESS,
    },
    /** Of one class, without paying, from one address: so many seats, or this share where that is more. */
    sessionPerAddress: {
      seats: environment.BOOKING_SESSION_SEATS_PER_ADDRESS,
      share: environment.BOOKING_SESSION_SHARE_PER_ADDRESS,
    },
    /** From the network around an address: an attacker may have all of it. */
    bookingsPerNetwork: environment.BOOKINGS_PER_NETWORK_AND_HOUR,
    /** Each gets mails, and nobody has proven the address. */
    guestsPerAddress: environment.BOOKING_GUESTS_PER_ADDRESS_AND_DAY,
    messagesPerSession: environment.BOOKING_MESSAGES_PER_SESSION,
    messagesPerThread: environment.BOOKING_MESSAGES_PER_THREAD,
    reportsPerThread: environment.BOOKING_REPORTS_PER_THREAD,
    links: environment.BOOKING_LINKS_PER_MINUTE,
  }))

export type Settings = z.output<typeof config> & {
  publicUrl: string
  /** The versions of what guests accept. */
  documents: DocumentVersions
}
