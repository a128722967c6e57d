import type { ProviderId } from '@buy-locals/contracts/auth/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as people from '../persistence/person-repository.ts'
import { confirmPassword } from '../steps/confirm-password.ts'
import { storeAttempt } from '../steps/provider-attempt.ts'

type Begin = { provider: ProviderId; to: string }
type Begun = { url: string; attempt: string }

/** Where the browser goes, and what it keeps until it is back. */
export const beginByProvider = (deps: Deps, { provider, to }: Begin): Promise<Begun> => begin(deps, { provider, to })

/** Whoever links a provider lets it sign them in from then on, so the password is asked for again. */
export async function beginLink(
  deps: Deps,
  { personId, password, provider, to }: Begin & { personId: Id<'person'>; password: string },
): Promise<Begun> {
  const passwordVersion = await confirmPassword(deps, personId, password)
  const { emailVerified } = await people.findOrRefuse(deps.db, personId)
  if (!emailVerified) throw new Problem('auth/email-unverified', 'Verify your address first')
  return begin(deps, { provider, to, personId, passwordVersion })
}

async function begin(
  deps: Deps,
  { provider, ...rest }: Begin & { personId?: Id<'person'>; passwordVersion?: number },
): Promise<Begun> {
  const attempt = deps.providers.newAttempt()
  const url = await deps.providers.begin(provider, attempt)
  return { url, attempt: storeAttempt(deps, { provider, ...attempt, ...rest }) }
}
