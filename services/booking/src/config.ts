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
    BOOKING_GUEST_VISITS_PER_PERSON: count(10),
    BOOKING_GUEST_VISITS_PER_ADDRESS: count(100),
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
    /** Confirmed visits to come of guests, who have nothing to pay online. */
    guestVisitsPer: {
      person: environment.BOOKING_GUEST_VISITS_PER_PERSON,
      address: environment.BOOKING_GUEST_VISITS_PER_ADDRESS,
    },
    linksPerMinute: environment.BOOKING_LINKS_PER_MINUTE,
  }))

export type Settings = z.output<typeof config> & { publicUrl: string }
