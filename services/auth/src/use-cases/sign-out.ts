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
