import type { RequestHandler } from 'express'
import { parse as parseCookies } from 'cookie'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { refresh } from '@buy-locals/contracts/auth/operations'
import { address } from '@buy-locals/api-client/api'

/** The access cookie lives for minutes, the refresh cookie for weeks. Where only the second is left, the session is
 *  renewed once, here, before any loader runs: a returning visitor is still signed in on the first page. */
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
    if (fresh.length > 0) {
      res.append('set-cookie', fresh)
      // Of two cookies with one name the first counts.
      req.headers.cookie = [...fresh.map((text) => text.split(';')[0]), req.headers.cookie].join('; ')
    }
    next()
  }
