import { Problem } from '@buy-locals/contracts/problem'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import { openSession, type SignedIn } from '../steps/open-session.ts'

type Command = { email: string; password: string; ip: string }

/** Says the same of a wrong password and of an address without an account. Attempts are counted before the password is looked at, so many at once count too. */
export async function signIn(deps: Deps, { email, password, ip }: Command): Promise<SignedIn> {
  const { db, clock, credentials, throttle, limits } = deps
  const place = `${email} ${ip}`
  await throttle.consume('password-from', place, limits.passwordsFromOnePlace)
  await throttle.consume('password', email, limits.passwordsFromAnywhere)
  const person = await people.findByEmail(db, email)
  const passwordVersion = person && (await people.passwordVersion(db, person.id))
  const fits = await credentials.fits(person?.id, password)
  if (!person || !fits) throw wrong()
  await throttle.reset('password-from', place)
  await throttle.reset('password', email)
  return db.transaction().execute(async (tx) => {
    // To look at a password takes a while: what has been replaced in the meantime lets nobody in.
    if ((await people.lockPasswordVersion(tx, person.id)) !== passwordVersion) throw wrong()
    return openSession(deps, tx, person, clock())
  })
}

const wrong = () => new Problem('auth/wrong-credentials', 'The address or the password is wrong')
