import { audit } from '@buy-locals/service-kit/audit'
import type { Deps } from '../deps.ts'
import { judge } from '../domain/refresh.ts'
import * as people from '../persistence/person-repository.ts'
import * as sessions from '../persistence/session-repository.ts'
import { endSession } from '../steps/end-session.ts'
import { issueRefreshToken, type SignedIn } from '../steps/open-session.ts'
import { hashSecret } from '@buy-locals/service-kit/secret'

/** Each refresh token is good once. One that comes back late ends the session, which is why that refusal is committed. */
export async function refreshSession(
  { db, clock, tokens }: Deps,
  token: string | undefined,
): Promise<SignedIn | 'ended' | 'replaced'> {
  const now = clock()
  const hash = token === undefined ? undefined : hashSecret(token)
  const renewed = await db.transaction().execute(async (tx) => {
    const found = hash === undefined ? undefined : await sessions.lockByToken(tx, hash)
    if (!found || hash === undefined) return 'ended'
    const { sessionId, personId, confirmedAt } = found
    const verdict = judge(found, now)
    if (verdict === 'reused') {
      await endSession(tx, now, sessionId)
      await audit(tx, now, { actor: personId, action: 'session.ended-by-reuse', subject: sessionId })
    }
    if (verdict !== 'good') return verdict === 'replaced' ? verdict : 'ended'
    await sessions.replaceToken(tx, hash, now)
    const person = await people.find(tx, personId)
    if (!person) return 'ended'
    return { person, sessionId, confirmedAt, refreshToken: await issueRefreshToken(tx, sessionId, now) }
  })
  if (typeof renewed === 'string') return renewed
  const { person, sessionId, confirmedAt, refreshToken } = renewed
  return { person, access: await tokens.access(person.id, sessionId, confirmedAt), refreshToken }
}
