import { cookieNames } from '@buy-locals/contracts/cookies'
import type { Caller } from '@buy-locals/service-kit/caller'
import type { Headers } from '@buy-locals/service-kit/reply'
import { toSecond } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { signIn } from '../use-cases/sign-in.ts'
import type { SignedToken } from '../tokens.ts'

type SignedIn = Awaited<ReturnType<typeof signIn>>

const aMonth = 30 * 24 * 3600
const aYear = 365 * 24 * 3600

/** An app keeps its tokens itself. What comes from a page keeps them in cookies, whatever the page says of itself, so that no script ever reads a refresh token. */
export const keepsTokens = ({ isApp, header, cookies }: Caller): boolean =>
  isApp && header('origin') === undefined && !cookies[cookieNames.access] && !cookies[cookieNames.refresh]

export type Present = ReturnType<typeof presentSession>

export const presentSession =
  (deps: Deps) =>
  async ({ caller, reply }: { caller: Caller; reply: Headers }, signedIn: SignedIn, inBody: boolean) => {
    const { person, access, refreshToken } = signedIn
    const { secureCookies: secure } = deps
    const session = { accessToken: access.token, expiresAt: toSecond(access.expiresAt) }
    if (inBody) return { person, session: { ...session, refreshToken } }
    reply.cookie(cookieNames.access, access.token, { maxAge: 15 * 60, secure })
    reply.cookie(cookieNames.refresh, refreshToken, { maxAge: aMonth, secure })
    await rememberDevice(deps, { caller, reply }, person)
    return { person, session }
  }

/** A token that says more, or less, than the one before it; the refresh token is good for both. */
export function presentAccess(
  { secureCookies: secure }: Deps,
  { caller, reply }: { caller: Caller; reply: Headers },
  { token, expiresAt }: SignedToken,
) {
  if (!keepsTokens(caller)) reply.cookie(cookieNames.access, token, { maxAge: 15 * 60, secure })
  return { session: { accessToken: token, expiresAt: toSecond(expiresAt) } }
}

/** Of whoever has proven the address: another may have registered with it before. */
export async function rememberDevice(
  { tokens, secureCookies }: Deps,
  { caller, reply }: { caller: Caller; reply: Headers },
  { id, emailVerified }: SignedIn['person'],
): Promise<void> {
  if (caller.isApp || !emailVerified) return
  const { token } = await tokens.device(id)
  reply.cookie(cookieNames.device, token, { maxAge: aYear, secure: secureCookies, path: '/v1/auth' })
}

export function removeCookies({ secureCookies: secure }: Deps, reply: Headers): void {
  for (const name of [cookieNames.access, cookieNames.refresh]) reply.cookie(name, '', { maxAge: 0, secure })
}
