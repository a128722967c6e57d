import { z } from 'zod'
import { limitOf } from '@buy-locals/service-kit/config'

const anHour = 3_600
const aQuarter = 900
const aDay = 86_400

const text = z.string().min(1)

/** Where passwords are, but in our own tables; both or none. */
export const credentialsConfig = z
  .object({ COGNITO_USER_POOL_ID: text.regex(/^[\w-]+_\w+$/), COGNITO_CLIENT_ID: text, COGNITO_ENDPOINT: z.url() })
  .partial()
  .refine((all) => Boolean(all.COGNITO_USER_POOL_ID) === Boolean(all.COGNITO_CLIENT_ID), {
    path: ['COGNITO_CLIENT_ID'],
    message: 'COGNITO_USER_POOL_ID and COGNITO_CLIENT_ID belong together',
  })

/**
 * What the environment says about accounts. Attempts at a password count until one fits: few from one place, more from the network
 * around it, most from anywhere, so that no network alone locks an account. A browser in which the person has signed in before
 * has attempts of its own.
 */
export const config = z
  .object({
    AUTH_PASSWORDS_PER_PLACE: limitOf(8, aQuarter).describe('Wrong passwords for one account from one address'),
    AUTH_PASSWORDS_PER_NETWORK: limitOf(40, aQuarter).describe(
      'Wrong passwords for one account from the network around an address',
    ),
    AUTH_PASSWORDS_PER_ACCOUNT: limitOf(100, aQuarter).describe(
      'Wrong passwords for one account from anywhere, known browsers aside',
    ),
    AUTH_PASSWORDS_PER_DEVICE: limitOf(20, aQuarter).describe(
      'Wrong passwords for one account in a browser in which its owner has signed in before',
    ),
    AUTH_CODES_PER_ACCOUNT: limitOf(8, aQuarter).describe(
      'Wrong codes of the second factor of one account, by whoever has its password',
    ),
    AUTH_CODES_PER_ACCOUNT_AND_DAY: limitOf(50, aDay).describe('Codes of the second factor of one account'),
    AUTH_REGISTRATIONS_PER_PLACE: limitOf(20, anHour).describe('Registrations from one address'),
    AUTH_REGISTRATIONS_PER_PLACE_AND_DAY: limitOf(60, aDay).describe('Registrations from one address'),
    AUTH_MAILS_PER_ADDRESS: limitOf(5, anHour).describe(
      'Mails to one mail address to verify it, or to set a new password',
    ),
    AUTH_MAILS_PER_PLACE: limitOf(30, anHour).describe(
      'Mails to set a new password that are asked for from one address',
    ),
    AUTH_INVITATIONS_PER_PERSON: limitOf(30, anHour).describe('Invitations by one person'),
    AUTH_INVITATIONS_PER_PERSON_AND_DAY: limitOf(60, aDay).describe('Invitations by one person'),
  })
  .transform((environment) => ({
    passwordsFromOnePlace: environment.AUTH_PASSWORDS_PER_PLACE,
    passwordsFromOneNetwork: environment.AUTH_PASSWORDS_PER_NETWORK,
    passwordsFromOneDevice: environment.AUTH_PASSWORDS_PER_DEVICE,
    passwordsFromAnywhere: environment.AUTH_PASSWORDS_PER_ACCOUNT,
    codes: environment.AUTH_CODES_PER_ACCOUNT,
    codesInADay: environment.AUTH_CODES_PER_ACCOUNT_AND_DAY,
    registrationsFromOnePlace: environment.AUTH_REGISTRATIONS_PER_PLACE,
    registrationsInADay: environment.AUTH_REGISTRATIONS_PER_PLACE_AND_DAY,
    mailsToOneAddress: environment.AUTH_MAILS_PER_ADDRESS,
    mailsFromOnePlace: environment.AUTH_MAILS_PER_PLACE,
    invitations: environment.AUTH_INVITATIONS_PER_PERSON,
    invitationsInADay: environment.AUTH_INVITATIONS_PER_PERSON_AND_DAY,
  }))

export type Limits = z.output<typeof config>
