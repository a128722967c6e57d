import { z } from 'zod'

const anHour = 3_600
const aQuarter = 900

const limit = (points: number, seconds: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .default(points)
    .transform((configured) => ({ points: configured, seconds }))

/** What the environment says about accounts. Attempts at a password count until one fits. Few from one place, more from anywhere: to lock an owner out for a while takes many places. */
export const config = z
  .object({
    AUTH_PASSWORDS_PER_PLACE: limit(8, aQuarter),
    AUTH_PASSWORDS_PER_ACCOUNT: limit(100, aQuarter),
    AUTH_REGISTRATIONS_PER_PLACE: limit(20, anHour),
    AUTH_MAILS_PER_ADDRESS: limit(5, anHour),
    AUTH_MAILS_PER_PLACE: limit(30, anHour),
    AUTH_INVITATIONS_PER_PERSON: limit(30, anHour),
  })
  .transform((environment) => ({
    passwordsFromOnePlace: environment.AUTH_PASSWORDS_PER_PLACE,
    passwordsFromAnywhere: environment.AUTH_PASSWORDS_PER_ACCOUNT,
    registrationsFromOnePlace: environment.AUTH_REGISTRATIONS_PER_PLACE,
    mailsToOneAddress: environment.AUTH_MAILS_PER_ADDRESS,
    mailsFromOnePlace: environment.AUTH_MAILS_PER_PLACE,
    invitations: environment.AUTH_INVITATIONS_PER_PERSON,
  }))

export type Limits = z.output<typeof config>
