import { Problem } from '@buy-locals/contracts/problem'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as sessions from '../persistence/session-repository.ts'
import { countCode, useCode } from '../steps/use-code.ts'
import type { SignedToken } from '../tokens.ts'

type Confirm = { personId: Id<'person'>; sessionId: Id<'session'> | undefined; code: string }

/** Returns a token that says so: the one before does not. */
export async function confirmIdentity(deps: Deps, { personId, sessionId, code }: Confirm): Promise<SignedToken> {
  const { db, clock, tokens } = deps
  if (!sessionId) throw new Problem('auth/session-ended', 'Sign in again')
  const counted = await countCode(deps, 'code-again', personId)
  const now = clock()
  await db.transaction().execute(async (tx) => {
    await useCode(deps, tx, now, { personId, code })
    await sessions.confirm(tx, sessionId, now)
  })
  await counted.reset()
  return tokens.access(personId, sessionId, now)
}

/** As the session stands now, for whoever has just changed what its tokens say. */
export async function renewAccess({ db, tokens }: Deps, { id, sessionId }: Actor): Promise<SignedToken> {
  if (!sessionId) throw new Problem('auth/session-ended', 'Sign in again')
  return tokens.access(id, sessionId, await sessions.findConfirmation(db, sessionId))
}
