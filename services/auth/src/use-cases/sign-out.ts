import { Problem } from '@buy-locals/contracts/problem'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as sessions from '../persistence/session-repository.ts'
import { endSession } from '../steps/end-session.ts'

type Command = { refreshToken: string | undefined; sessionId: Id<'session'> | undefined }

/** The session of the refresh token, or else of the access token. */
export async function signOut({ db, clock }: Deps, { refreshToken, sessionId }: Command): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const found = refreshToken === undefined ? undefined : await sessions.lockByToken(tx, hashSecret(refreshToken))
    const ending = found?.sessionId ?? sessionId
    if (ending) await endSession(tx, clock(), ending)
  })
}

type Own = { personId: Id<'person'>; sessionId: Id<'session'> }

/** Elsewhere. One that has ended already stays so. */
export async function endMySession({ db, clock }: Deps, { personId, sessionId }: Own): Promise<void> {
  if (!(await sessions.isOf(db, personId, sessionId))) throw new Problem('not-found', 'You have no such session')
  await db.transaction().execute((tx) => endSession(tx, clock(), sessionId))
}
