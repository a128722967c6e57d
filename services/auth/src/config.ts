import { z } from 'zod'

const anHour = 3_600
const aQuarter = 900
const aDay = 86_400

const limit = (points: number, seconds: number) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .default(points)
    .transform((configured) => ({ points: configured, seconds }))

/**
 * What the environment says about accounts. Attempts at a password count until one fits: few from one place, more from the network
 * around it, most from anywhere, so that no network alone locks an account. A browser in which the person has signed in before
 * has attempts of its own.
 */
export const config = z
  .object({
    AUTH_PASSWORDS_PER_PLACE: limit(8, aQuarter),
    AUTH_PASSWORDS_PER_NETWORK: limit(40, aQuarter),
    AUTH_PASSWORDS_PER_ACCOUNT: limit(100, aQuarter),
    AUTH_PASSWORDS_PER_DEVICE: limit(20, aQuarter),
    AUTH_REGISTRATIONS_PER_PLACE: limit(20, anHour),
    AUTH_REGISTRATIONS_PER_PLACE_AND_DAY: limit(60, aDay),
    AUTH_MAILS_PER_ADDRESS: limit(5, anHour),
    AUTH_MAILS_PER_PLACE: limit(30, anHour),
    AUTH_INVITATIONS_PER_PERSON: limit(30, anHour),
    AUTH_INVITATIONS_PER_PERSON_AND_DAY: limit(60, aDay),
  })
  .transform((environment) => ({
    passwordsFromOnePlace: environment.AUTH_PASSWORDS_PER_PLACE,
    passwordsFromOneNetwork: environment.AUTH_PASSWORDS_PER_NETWORK,
    passwordsFromOneDevice: environment.AUTH_PASSWORDS_PER_DEVICE,
    passwordsFromAnywhere: environment.AUTH_PASSWORDS_PER_ACCOUNT,
    registrationsFromOnePlace: environment.AUTH_REGISTRATIONS_PER_PLACE,
    registrationsInADay: environment.AUTH_REGISTRATIONS_PER_PLACE_AND_DAY,
    mailsToOneAddress: environment.AUTH_MAILS_PER_ADDRESS,
    mailsFromOnePlace: environment.AUTH_MAILS_PER_PLACE,
    invitations: environment.AUTH_INVITATIONS_PER_PERSON,
    invitationsInADay: environment.AUTH_INVITATIONS_PER_PERSON_AND_DAY,
  }))

export type Limits = z.output<typeof config>
