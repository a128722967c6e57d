import type { RequestHandler } from 'express'
import { parseCookies } from './cookies.ts'

/** The access cookie lives for minutes, the refresh cookie for weeks. Where only the second is left, the session is
 *  renewed once, here, before any loader runs: a returning visitor is still signed in on the first page. */
export const renewSession =
  (apiUrl: string): RequestHandler =>
  async (req, res, next) => {
    const cookies = parseCookies(req.headers.cookie)
    if (!cookies.has('bl_refresh') || cookies.has('bl_access')) return next()
    const response = await fetch(`${apiUrl}/v1/auth/refresh`, {
      method: 'POST',
      headers: { cookie: req.headers.cookie ?? '', 'x-request-id': req.get('x-request-id') ?? '' },
    })
    const fresh = response.headers.getSetCookie()
    await response.body?.cancel()
    if (fresh.length > 0) {
      res.append('set-cookie', fresh)
      for (const text of fresh) {
        const [[name = '', value = ''] = []] = parseCookies(text.split(';')[0])
        cookies.set(name, value)
      }
      req.headers.cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    }
    next()
  }
