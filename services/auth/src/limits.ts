import type { Limit } from '@buy-locals/service-kit/throttle'

const anHour = 3_600
const aQuarter = 900

/** Attempts at a password count until one fits. Few from one place, more from anywhere: to lock an owner out for a while takes many places. */
export const defaultLimits = {
  passwordsFromOnePlace: { points: 8, seconds: aQuarter },
  passwordsFromAnywhere: { points: 100, seconds: aQuarter },
  registrationsFromOnePlace: { points: 20, seconds: anHour },
  mailsToOneAddress: { points: 5, seconds: anHour },
  mailsFromOnePlace: { points: 30, seconds: anHour },
  invitations: { points: 30, seconds: anHour },
} satisfies Record<string, Limit>

export type Limits = Record<keyof typeof defaultLimits, Limit>
