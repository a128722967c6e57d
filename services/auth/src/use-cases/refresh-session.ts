import { Problem } from '@buy-locals/contracts/problem'
import { audit } from '@buy-locals/service-kit/audit'
import type { Deps } from '../deps.ts'
import { judge } from '../domain/refresh.ts'
import * as people from '../persistence/people.ts'
import * as sessions from '../persistence/sessions.ts'
import type { SignedIn } from '../session.ts'

/** Each refresh token is good once. One that comes back late ends the session, which is why that refusal is committed. */
export async function refreshSession({ db, clock, tokens }: Deps, token: string | undefined): Promise<SignedIn> {
  const now = clock()
  const renewed = await db.transaction().execute(async (tx) => {
    const found = token === undefined ? undefined : await sessions.lockByToken(tx, token)
    if (!found || token === undefined) return undefined
    const verdict = judge(found, now)
    if (verdict === 'reused') {
      await sessions.end(tx, found.sessionId, now)
      await audit(tx, now, { actor: found.personId, action: 'session.ended-by-reuse', subject: found.sessionId })
    }
    if (verdict !== 'good') return undefined
    await sessions.replace(tx, token, now)
    const person = await people.find(tx, found.personId)
    return (
      person && { person, sessionId: found.sessionId, refreshToken: await sessions.issue(tx, found.sessionId, now) }
    )
  })
  if (!renewed) throw new Problem('auth/session-ended', 'The session has ended: sign in again')
  const { person, sessionId, refreshToken } = renewed
  return { person, access: await tokens.access(person.id, sessionId), refreshToken }
}
