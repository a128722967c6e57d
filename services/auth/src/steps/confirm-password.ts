import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'

/** Whoever finds an open screen changes nothing that locks its person out. Tries are counted before the password is looked at. */
export async function confirmPassword(
  { credentials, throttle, limits }: Pick<Deps, 'credentials' | 'throttle' | 'limits'>,
  personId: Id<'person'>,
  password: string,
): Promise<void> {
  await throttle.consume('password-again', personId, limits.passwordsFromOnePlace)
  if (!(await credentials.fits(personId, password)))
    throw new Problem('auth/wrong-credentials', 'The password is wrong')
}
