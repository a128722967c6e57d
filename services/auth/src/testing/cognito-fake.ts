import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as sdk from '@aws-sdk/client-cognito-identity-provider'
import type { Clock } from '@buy-locals/service-kit/clock'
import { faultsIn, schemasOf } from '@buy-locals/service-kit/testing/sdk-schema'

/** https://docs.aws.amazon.com/cognito/latest/developerguide/: what a section says is cited by its name. */
const userPoolId = 'us-west-2_Buylocals'
const clientId = '1example23456789'

type User = {
  password?: string
  status: 'FORCE_CHANGE_PASSWORD' | 'CONFIRMED'
  failures: number
  lastAt: number
  lockedUntil: number
}
type Body = Record<string, unknown>

class Refusal extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}

export type CognitoFake = Awaited<ReturnType<typeof startCognitoFake>>

/** The few operations that are used, as the vendor documents them. What it is sent, and what it answers, follows the SDK's own schemas. */
export async function startCognitoFake(clock: Clock) {
  const users = new Map<string, User>()
  const calls: string[] = []
  const meanwhile = new Map<string, () => Promise<unknown>>()
  let isAway = false
  let isBusy = false
  const nowMs = () => clock().epochMilliseconds

  const find = ({ Username }: Body): User => {
    const user = users.get(String(Username))
    if (!user) throw new Refusal('UserNotFoundException', 'User does not exist.')
    return user
  }

  const operations: Record<string, (body: Body) => Body> = {
    // "How users sign in and are created by an administrator": a new user has to change the password, whatever it is.
    AdminCreateUser: (body) => {
      const name = String(body['Username'])
      if (users.has(name)) throw new Refusal('UsernameExistsException', 'User account already exists')
      if (body['MessageAction'] !== 'SUPPRESS')
        throw new Refusal('CodeDeliveryFailureException', 'Nobody is to be mailed')
      users.set(name, { status: 'FORCE_CHANGE_PASSWORD', failures: 0, lastAt: 0, lockedUntil: 0 })
      return { User: { Username: name, UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true } }
    },
    // API reference, AdminSetUserPassword: "Permanent" confirms the user. "Password policy": six to 99 letters, as the pool has it.
    AdminSetUserPassword: (body) => {
      const user = find(body)
      const password = String(body['Password'])
      if (password.length < 8)
        throw new Refusal('InvalidPasswordException', 'Password did not conform with policy: Password not long enough')
      Object.assign(user, { password, status: body['Permanent'] === true ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD' })
      return {}
    },
    AdminGetUser: (body) => ({ Username: String(body['Username']), UserStatus: find(body).status, Enabled: true }),
    AdminDeleteUser: (body) => {
      find(body)
      users.delete(String(body['Username']))
      return {}
    },
    AdminInitiateAuth: (body) => {
      if (body['ClientId'] !== clientId) throw new Refusal('ResourceNotFoundException', 'The client does not exist')
      if (body['AuthFlow'] !== 'ADMIN_USER_PASSWORD_AUTH')
        throw new Refusal('InvalidParameterException', 'The flow is not enabled')
      const { USERNAME: Username, PASSWORD } = body['AuthParameters'] as Record<string, string>
      // "Managing user existence error responses": LEGACY says that there is no such user.
      const user = find({ Username })
      checkPassword(user, PASSWORD)
      if (user.status !== 'CONFIRMED')
        return { ChallengeName: 'NEW_PASSWORD_REQUIRED', Session: 's'.repeat(20), ChallengeParameters: {} }
      return {
        ChallengeParameters: {},
        AuthenticationResult: { AccessToken: 'of.the.vendor', ExpiresIn: 3_600, TokenType: 'Bearer' },
      }
    },
  }

  /** "Lockout behavior for failed sign-in attempts": five failures lock for a second, each further one doubles it up to a quarter of an hour; attempts meanwhile do not count; a quarter of an hour without any begins anew. */
  function checkPassword(user: User, password: string | undefined): void {
    const now = nowMs()
    if (now < user.lockedUntil) {
      user.lastAt = now
      throw new Refusal('NotAuthorizedException', 'Password attempts exceeded')
    }
    if (now - user.lastAt >= 900_000) user.failures = 0
    user.lastAt = now
    if (user.password !== undefined && user.password === password) return void (user.failures = 0)
    user.failures += 1
    if (user.failures >= 5) user.lockedUntil = now + Math.min(2 ** (user.failures - 5), 900) * 1_000
    throw new Refusal('NotAuthorizedException', 'Incorrect username or password.')
  }

  async function reply(request: IncomingMessage): Promise<{ status: number; body: Body }> {
    const name = String(request.headers['x-amz-target']).replace('AWSCognitoIdentityProviderService.', '')
    calls.push(name)
    const body = JSON.parse(await read(request)) as Body
    const other = meanwhile.get(name)
    meanwhile.delete(name)
    await other?.()
    // "Common errors": what the service itself cannot do.
    if (isAway) return { status: 500, body: { __type: 'InternalErrorException', message: 'Something went wrong' } }
    if (isBusy) return refused('TooManyRequestsException', 'Rate exceeded')
    const { input, output } = schemasOf(sdk, name)
    const faults = [...faultsIn(input, body), ...(body['UserPoolId'] === userPoolId ? [] : ['another user pool'])]
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=')) faults.push('not signed')
    if (faults.length > 0) return refused('InvalidParameterException', `${name}: ${faults.join(', ')}`)
    try {
      const result = operations[name]?.(body)
      if (!result) return refused('InvalidParameterException', `${name} is not known here`)
      const wrong = faultsIn(output, result)
      if (wrong.length > 0) throw new Error(`The reply to ${name} is none of the vendor's: ${wrong.join(', ')}`)
      return { status: 200, body: result }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return refused(error.type, error.message)
    }
  }

  const server = createServer((request, response) => {
    const send = (status: number, body: unknown) =>
      void response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body))
    reply(request).then(
      ({ status, body }) => send(status, body),
      (error: unknown) => send(500, { message: String(error) }),
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'example' }
  return {
    settings: { userPoolId, clientId, connection: { endpoint, region: 'us-west-2', credentials, maxAttempts: 1 } },
    users,
    calls,
    /** Happens while the next request for that operation is on its way. */
    meanwhile: (operation: string, other: () => Promise<unknown>) => void meanwhile.set(operation, other),
    /** Nothing is done for anybody while it is away. */
    setAway: (value: boolean) => void (isAway = value),
    /** The quota of the pool is used up, whoever did that. */
    setBusy: (value: boolean) => void (isBusy = value),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

const refused = (type: string, message: string) => ({ status: 400, body: { __type: type, message } })

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
