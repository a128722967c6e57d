import type { Deps } from '../deps.ts'
import * as sessions from '../persistence/session-repository.ts'
import { hashSecret } from '@buy-locals/service-kit/secret'

export async function signOut({ db, clock }: Deps, token: string | undefined): Promise<void> {
  if (token === undefined) return
  await db.transaction().execute(async (tx) => {
    const found = await sessions.lockByToken(tx, hashSecret(token))
    if (found) await sessions.end(tx, found.sessionId, clock())
  })
}
