import { Problem } from '@buy-locals/contracts/problem'
import { networkOf } from '@buy-locals/service-kit/network'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import * as secondFactors from '../persistence/second-factors.ts'
import type { Device } from '../persistence/session-repository.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'
import { isOwnDevice } from '../steps/own-device.ts'
import { fitsPassword, unlessAway } from '../steps/confirm-password.ts'
import { countCode, useCode } from '../steps/use-code.ts'

type Command = { email: string; password: string; ip: string; device: Device; deviceToken?: string | undefined }

/** Says the same of a wrong password and of an address without an account. Attempts are counted before the password is looked at, so many at once count too. */
export async function signIn(deps: Deps, { email, password, ip, device, deviceToken }: Command): Promise<SignedIn> {
  const { db, clock, tokens } = deps
  const person = await people.findByEmail(db, email)
  const isOwn = person !== undefined && (await isOwnDevice(deps, deviceToken, person.id))
  const counts = isOwn && deviceToken ? ofDevice(deps, deviceToken) : ofStranger(deps, email, ip)
  for (const { name, key, limit } of counts) await deps.throttle.consume(name, key, limit)
  const account = person && (await people.findOpenAccount(db, person.id))
  const uncount = () => Promise.all(counts.map(({ name, key, limit }) => deps.throttle.uncount(name, key, limit)))
  const fits = await unlessAway(fitsPassword(deps, account, password), uncount)
  if (!person || !account || !fits) throw wrong()
  for (const { name, key } of counts) await deps.throttle.reset(name, key)
  const signedIn = await db.transaction().execute(async (tx) => {
    // To look at a password takes a while: what has been replaced in the meantime lets nobody in.
    if ((await people.lockPasswordVersion(tx, person.id)) !== account.version) throw wrong()
    if (await secondFactors.findOn(tx, person.id)) return undefined
    return openSession(deps, tx, person, clock(), { ...device, isOwn })
  })
  if (signedIn) return signedIn
  const { token: signInToken } = await tokens.signIn({ personId: person.id, passwordVersion: account.version })
  throw new Problem('auth/code-needed', 'Enter a code from your phone as well', { signInToken })
}

type WithCode = Pick<Command, 'device' | 'deviceToken'> & { signInToken: string; code: string }

/** The second half, for whoever has shown the password within ten minutes. */
export async function signInWithCode(
  deps: Deps,
  { signInToken, code, device, deviceToken }: WithCode,
): Promise<SignedIn> {
  const { db, clock, tokens } = deps
  const half = await tokens.readSignIn(signInToken)
  if (!half) throw tooLate()
  const { personId, passwordVersion } = half
  const counted = await countCode(deps, 'code', personId)
  const isOwn = await isOwnDevice(deps, deviceToken, personId)
  const signedIn = await db.transaction().execute(async (tx) => {
    const person = await people.find(tx, personId)
    if (!person || (await people.lockPasswordVersion(tx, personId)) !== passwordVersion) throw tooLate()
    const now = clock()
    const openedWith = await useCode(deps, tx, now, { personId, code })
    return openSession(deps, tx, person, now, { ...device, isOwn }, openedWith)
  })
  await counted.reset()
  return signedIn
}

const tooLate = () =>
  new Problem('auth/session-ended', 'That took too long, or the password has changed: sign in again')

/** However often strangers try, whoever has signed in with this browser before still gets in with it. */
const ofDevice = ({ limits }: Deps, deviceToken: string) => [
  { name: 'password-device', key: deviceToken, limit: limits.passwordsFromOneDevice },
]

const ofStranger = ({ limits }: Deps, email: string, ip: string) => {
  const { near, wide } = networkOf(ip)
  return [
    { name: 'password-from', key: `${email} ${near}`, limit: limits.passwordsFromOnePlace },
    { name: 'password-network', key: `${email} ${wide}`, limit: limits.passwordsFromOneNetwork },
    { name: 'password', key: email, limit: limits.passwordsFromAnywhere },
  ]
}

const wrong = () => new Problem('auth/wrong-credentials', 'The address or the password is wrong')
