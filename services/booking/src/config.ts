import { z } from 'zod'

const count = (standard: number) => z.coerce.number().int().min(1).default(standard)

/** What the environment says about booking. */
export const config = z
  .object({
    PAYMENTS: z.enum(['on', 'off']).default('on'),
    PUBLIC_URL: z.url().default('http://127.0.0.1:4000'),
    BOOKING_HOLD_MINUTES: count(10),
    BOOKING_COMPLETION_GRACE_HOURS: z.coerce.number().int().min(0).default(24),
    BOOKING_HOLDS_PER_PERSON: count(3),
    BOOKING_HOLDS_PER_ADDRESS: count(10),
    BOOKING_HOLDS_PER_BUSINESS: count(200),
    BOOKING_GUEST_VISITS_PER_PERSON: count(10),
    BOOKING_GUEST_VISITS_PER_ADDRESS: count(100),
    BOOKING_LINKS_PER_MINUTE: count(20),
  })
  .transform((given) => ({
    takesPayments: given.PAYMENTS === 'on',
    publicUrl: given.PUBLIC_URL,
    holdMinutes: given.BOOKING_HOLD_MINUTES,
    completionGraceHours: given.BOOKING_COMPLETION_GRACE_HOURS,
    holdsPer: {
      person: given.BOOKING_HOLDS_PER_PERSON,
      address: given.BOOKING_HOLDS_PER_ADDRESS,
      business: given.BOOKING_HOLDS_PER_BUSINESS,
    },
    /** To come, booked by guests who have nothing to pay now. */
    guestVisitsPer: { person: given.BOOKING_GUEST_VISITS_PER_PERSON, address: given.BOOKING_GUEST_VISITS_PER_ADDRESS },
    linksPerMinute: given.BOOKING_LINKS_PER_MINUTE,
  }))

export type Settings = z.output<typeof config>
