import { z } from 'zod'

const count = (byDefault: number) => z.coerce.number().int().min(1).default(byDefault)

export const config = z
  .object({
    PAYMENTS: z.enum(['on', 'off']).default('on'),
    BOOKING_HOLD_MINUTES: count(10),
    BOOKING_COMPLETION_GRACE_HOURS: z.coerce.number().int().min(0).default(24),
    BOOKING_HOLDS_PER_PERSON: count(3),
    BOOKING_HOLDS_PER_ADDRESS: count(10),
    BOOKING_HOLDS_PER_BUSINESS: count(200),
    BOOKING_VISITS_PER_GUEST: count(10),
    BOOKING_VISITS_PER_ACCOUNT: count(30),
    BOOKING_VISITS_PER_ADDRESS: count(100),
    BOOKING_SESSION_SEATS_PER_ADDRESS: count(4),
    BOOKING_SESSION_SHARE_PER_ADDRESS: z.coerce.number().int().min(1).max(10_000).default(5_000),
    BOOKINGS_PER_NETWORK_AND_HOUR: count(400),
    BOOKING_GUESTS_PER_ADDRESS_AND_DAY: count(30),
    BOOKING_LINKS_PER_MINUTE: count(20),
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
    bookingsPerNetwork: { points: environment.BOOKINGS_PER_NETWORK_AND_HOUR, seconds: 3_600 },
    /** Each gets mails, and nobody has proven the address. */
    guestsPerAddress: { points: environment.BOOKING_GUESTS_PER_ADDRESS_AND_DAY, seconds: 86_400 },
    linksPerMinute: environment.BOOKING_LINKS_PER_MINUTE,
  }))

export type Settings = z.output<typeof config> & { publicUrl: string }
