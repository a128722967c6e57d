import { Problem } from '@buy-locals/contracts/problem'
import { networkOf } from '@buy-locals/service-kit/network'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import type { Device } from '../persistence/session-repository.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'

type Command = { email: string; password: string; ip: string; device: Device; deviceToken?: string | undefined }

/** Says the same of a wrong password and of an address without an account. Attempts are counted before the password is looked at, so many at once count too. */
export async function signIn(deps: Deps, { email, password, ip, device, deviceToken }: Command): Promise<SignedIn> {
  const { db, clock, credentials, tokens } = deps
  const person = await people.findByEmail(db, email)
  const isOwnDevice = deviceToken !== undefined && (await tokens.personOfDevice(deviceToken)) === person?.id
  const counts = isOwnDevice ? ofDevice(deps, deviceToken) : ofStranger(deps, email, ip)
  for (const { name, key, limit } of counts) await deps.throttle.consume(name, key, limit)
  const passwordVersion = person && (await people.passwordVersion(db, person.id))
  const fits = await credentials.fits(person?.id, password)
  if (!person || !fits) throw wrong()
  for (const { name, key } of counts) await deps.throttle.reset(name, key)
  return db.transaction().execute(async (tx) => {
    // To look at a password takes a while: what has been replaced in the meantime lets nobody in.
    if ((await people.lockPasswordVersion(tx, person.id)) !== passwordVersion) throw wrong()
    return openSession(deps, tx, person, clock(), device)
  })
}

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
