import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  CognitoIdentityProviderServiceException,
  InvalidPasswordException,
  NotAuthorizedException,
  TooManyRequestsException,
  UserNotFoundException,
  UsernameExistsException,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import { Problem } from '@buy-locals/contracts/problem'
import type { Log } from '@buy-locals/service-kit/log'
import { tooManyRequests } from '@buy-locals/service-kit/throttle'
import { newId, type Id } from '@buy-locals/values/ids'
import type { Credentials } from '../credentials.ts'

type Options = {
  userPoolId: string
  /** Of an app client that allows ADMIN_USER_PASSWORD_AUTH, has no secret, and says when a user does not exist. */
  clientId: string
  connection: CognitoIdentityProviderClientConfig
  /** Where passwords were before. */
  former: Credentials
  log: Pick<Log, 'warn'>
  patience?: { connectMs: number; responseMs: number }
}

/** As in our own tables, one spelling of each letter. */
const compose = (password: string) => password.normalize('NFC')

/** Passwords in a user pool. A user's name is the person's id, so that a change of address changes nothing here, and the pool knows nobody's address. */
export function cognitoCredentials(options: Options): Credentials {
  const { userPoolId: UserPoolId, clientId, connection, former, log } = options
  const { connectMs, responseMs } = options.patience ?? { connectMs: 2_000, responseMs: 5_000 }
  const client = new CognitoIdentityProviderClient({
    maxAttempts: 2, // somebody waits meanwhile
    requestHandler: { connectionTimeout: connectMs, requestTimeout: responseMs, throwOnRequestTimeout: true },
    ...connection,
  })

  /** While the pool is away or takes no more, whoever shows or sets a password is told when to try again. */
  function translate(error: unknown): never {
    if (!isAway(error) && !(error instanceof TooManyRequestsException)) throw error
    log.warn({ err: error }, 'the user pool does not respond')
    throw new Problem('auth/passwords-unavailable', 'The user pool does not respond', { retryAfter: 60 })
  }

  async function setPassword(Username: string, Password: string): Promise<void> {
    await client.send(new AdminSetUserPasswordCommand({ UserPoolId, Username, Password, Permanent: true }))
  }

  async function set(personId: Id<'person'>, password: string): Promise<void> {
    const composed = compose(password)
    await setPassword(personId, composed)
      .catch(async (error: unknown) => {
        if (!(error instanceof UserNotFoundException)) throw error
        await create(personId)
        await setFirstPassword(personId, composed)
      })
      .catch(refuseWeak)
  }

  /** A user without a password would hide one of before. */
  async function setFirstPassword(Username: string, Password: string): Promise<void> {
    await setPassword(Username, Password).catch(async (refused: unknown) => {
      await removeUser(Username)
      throw refused
    })
  }

  /** Whoever has a password of before that the pool would not take still gets in. */
  async function move(personId: Id<'person'>, password: string, hasBegun: boolean): Promise<boolean> {
    if (!hasBegun && !(await create(personId))) return false
    const hasMoved = await setFirstPassword(personId, compose(password)).then(() => true, isRefusedAsWeak)
    if (hasMoved) await former.remove(personId)
    return true
  }

  async function removeUser(Username: string): Promise<void> {
    await client.send(new AdminDeleteUserCommand({ UserPoolId, Username })).catch((error: unknown) => {
      if (!(error instanceof UserNotFoundException)) throw error
    })
  }

  /** Nothing is mailed: auth mails its own links. Of two at once one creates the user; false for the other. */
  async function create(Username: string): Promise<boolean> {
    const command = new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' })
    return client.send(command).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof UsernameExistsException)) throw error
        return false
      },
    )
  }

  /** Undefined where there is no such user. */
  async function isPassword(USERNAME: string, PASSWORD: string): Promise<boolean | undefined> {
    const command = new AdminInitiateAuthCommand({
      ...{ UserPoolId, ClientId: clientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' },
      AuthParameters: { USERNAME, PASSWORD },
    })
    const response = await client.send(command).catch((error: unknown) => {
      if (error instanceof UserNotFoundException) return undefined
      if (isLockedOut(error)) throw tooManyRequests(60)
      if (error instanceof NotAuthorizedException) return false
      throw error
    })
    return typeof response === 'object' ? response.AuthenticationResult !== undefined : response
  }

  /** Their move has begun and has not ended, or never will by itself. */
  async function awaitsPassword(Username: string): Promise<boolean> {
    const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username })).catch((error: unknown) => {
      if (error instanceof UserNotFoundException) return undefined
      throw error
    })
    return user?.UserStatus === 'FORCE_CHANGE_PASSWORD'
  }

  return {
    async set(personId, password) {
      await set(personId, password).catch(translate)
      await former.remove(personId)
    },
    async remove(personId) {
      await former.remove(personId)
      await removeUser(personId).catch(translate)
    },
    async fits(personId, password) {
      const isRight = await isPassword(personId ?? newId('person'), compose(password)).catch(translate)
      if (isRight) return true
      // Whoever is there, was there before or is nobody: a refusal takes as long.
      if (!(await former.fits(personId, password)) || !personId) return false
      const hasBegun = isRight === false
      if (hasBegun && !(await awaitsPassword(personId).catch(translate))) return false
      return () => move(personId, password, hasBegun).catch(translate)
    },
  }
}

/** The request was lost, or the fault is the vendor's own. What the SDK throws says how often it has tried. */
const isAway = (error: unknown) =>
  error instanceof CognitoIdentityProviderServiceException
    ? error.$fault === 'server'
    : error instanceof Error && '$metadata' in error

/** For seconds to a quarter of an hour, after several wrong passwords; the right one is refused as well. */
const isLockedOut = (error: unknown) =>
  error instanceof NotAuthorizedException && error.message.startsWith('Password attempts exceeded')

/** A pool may ask for more than we do. */
function isRefusedAsWeak(error: unknown): false {
  if (error instanceof InvalidPasswordException) return false
  throw error
}

function refuseWeak(error: unknown): never {
  if (!(error instanceof InvalidPasswordException)) throw error
  throw new Problem('invalid-request', 'The password does not follow the policy of the user pool', {
    errors: [
      { pointer: '/body/password', detail: 'the user pool asks for another kind of password', code: 'weak-password' },
    ],
  })
}
