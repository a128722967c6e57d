import type { RequestHandler } from 'express'
import { parse as parseCookies } from 'cookie'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { refresh } from '@buy-locals/contracts/auth/operations'
import { address } from '@buy-locals/api-client/api'

/** The access cookie lives for minutes, the refresh cookie for weeks. Where only the second is left, the session is
 *  renewed once, here, before any loader runs: a returning visitor is still signed in on the first page. Whoever cannot be renewed visits as a stranger. */
export const renewSession =
  (apiUrl: string): RequestHandler =>
  async (req, res, next) => {
    const cookies = parseCookies(req.headers.cookie ?? '')
    if (!cookies[cookieNames.refresh] || cookies[cookieNames.access]) return next()
    const response = await fetch(address(apiUrl, refresh, {}), {
      method: 'POST',
      headers: { cookie: req.headers.cookie ?? '', 'x-request-id': req.get('x-request-id') ?? '' },
    })
    const fresh = response.headers.getSetCookie()
    await response.body?.cancel()
    if (fresh.length > 0) res.append('set-cookie', fresh)
    const renewed = response.ok ? fresh.flatMap((text) => text.split(';')[0] ?? []) : []
    req.headers.cookie = [...renewed, ...withoutSession(req.headers.cookie)].join('; ')
    next()
  }

/** The cookies of a request but for those of a session. */
export const withoutSession = (header = ''): string[] =>
  header.split(';').flatMap((pair) => {
    const [name = ''] = pair.split('=')
    const isOfSession = [cookieNames.access, cookieNames.refresh].some((cookie) => cookie === name.trim())
    return isOfSession || !pair.trim() ? [] : [pair.trim()]
  })
