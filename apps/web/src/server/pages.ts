import type { Request as HttpRequest, RequestHandler } from 'express'
import { parse as parseCookies } from 'cookie'
import { LRUCache } from 'lru-cache'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { negotiateLocale } from './locale.ts'
import { finishPage, sendPage, type Page } from './page.ts'
import { createVisit, type Site, type Visit } from './visit.ts'

const oldestMs = 1_000
const mostBytes = 64 * 2 ** 20

export type Pages = {
  handler: RequestHandler
  /** Something that strangers see has changed. */
  forget(): void
}

/** Every page of the site. To whoever has no session and no link of a booking a page is the same, and is rendered once a second at most. */
export function sitePages(render: (request: Request, visit: Visit) => Promise<Response>, site: Site): Pages {
  const { origin } = new URL(site.publicUrl)
  const respond = async (req: HttpRequest, headers: Record<string, string>): Promise<Page> => {
    const request = new Request(origin + req.originalUrl, { headers })
    return finishPage(await render(request, await createVisit(site, headers)))
  }
  const shared = new LRUCache<string, Page, HttpRequest>({
    maxSize: mostBytes,
    sizeCalculation: ({ body }, key) => key.length + 2 * body.length,
    ttl: oldestMs,
    perf: { now: () => site.clock().epochMilliseconds },
    fetchMethod: async (_key, _stale, { options, context }) => {
      const began = performance.now()
      const page = await respond(context, { 'accept-language': localeOf(context) })
      const age = page.status < 500 ? performance.now() - began : oldestMs // it counts from before the page was read
      options.ttl = Math.max(1, oldestMs - age)
      return page
    },
  })
  return {
    forget: () => shared.clear(),
    handler: async (req, res, next) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') return next()
      res.vary('cookie, accept-language')
      if (isPersonal(req)) {
        res.set('cache-control', 'private, no-store')
        return sendPage(await respond(req, own(req)), req, res)
      }
      const page = await shared.forceFetch(`${localeOf(req)} ${req.originalUrl}`, { context: req })
      res.set('cache-control', page.status === 200 ? 'public, max-age=0, s-maxage=5' : 'no-cache')
      return sendPage(page, req, res)
    },
  }
}

const localeOf = (req: HttpRequest) => negotiateLocale(req.get('accept-language'))

function isPersonal(req: HttpRequest): boolean {
  const cookies = parseCookies(req.headers.cookie ?? '')
  const { access, refresh, manageLink } = cookieNames
  return Boolean(req.headers.authorization ?? cookies[access] ?? cookies[refresh] ?? cookies[manageLink])
}

/** What of the request the API gets to see, in the visitor's name. */
const own = (req: HttpRequest): Record<string, string> =>
  Object.fromEntries(
    ['cookie', 'accept-language', 'x-request-id'].flatMap((name) => {
      const value = req.get(name)
      return value ? [[name, value]] : []
    }),
  )
