import type { Request as HttpRequest, RequestHandler } from 'express'
import { parse as parseCookies } from 'cookie'
import { LRUCache } from 'lru-cache'
import { cookieNames } from '@buy-locals/contracts/cookies'
import { knownLocale, type Locale } from '@buy-locals/values/locale'
import { finishPage, sendPage, type Page } from './page.ts'
import { pageAddress } from './page-address.ts'
import { createShortQueue } from './queue.ts'
import { refuseTooBusy } from './too-busy.ts'
import { createVisit, localeOfBrowser, type Site, type Visit } from './visit.ts'

/** What the API gives strangers may be as old: together a second. */
const oldestMs = 500
const mostBytes = 64 * 2 ** 20
/** Each keeps the process for some milliseconds, in which nobody else is answered. */
const rendersAtOnce = 4
const mostWaiting = 150

export type Pages = {
  handler: RequestHandler
  /** What strangers see of these has changed. */
  forget(subjects: readonly string[]): void
}

type Shared = {
  page: Promise<Page>
  made?: Page
  /** By the clock that pages show, which tests move, and by the time that really passes; none while it waits for its turn. */
  began?: { at: number; elapsed: number }
}

/** Every page of the site. To whoever has no session and no link of a booking a page is the same, and is rendered twice a second at most. */
export function sitePages(render: (request: Request, visit: Visit) => Promise<Response>, site: Site): Pages {
  const { origin } = new URL(site.publicUrl)
  const queue = createShortQueue({ atOnce: rendersAtOnce, mostWaiting })
  const respond = async (req: HttpRequest, headers: Record<string, string>, locale?: Locale): Promise<Page> => {
    const request = new Request(origin + pageAddress(req.originalUrl), { headers })
    const visit = await createVisit(site, headers, locale)
    return finishPage(await render(request, visit), visit.html)
  }
  const finished = new LRUCache<string, Shared>({ maxSize: mostBytes })
  const underWay = new Map<string, Shared>()

  const read = () => ({ at: site.clock().epochMilliseconds, elapsed: performance.now() })
  const isFresh = ({ began }: Shared) => {
    const { at, elapsed } = read()
    return !began || (elapsed - began.elapsed < oldestMs && Math.abs(at - began.at) < oldestMs)
  }
  /** A page that began to be made too long ago is not waited for either. */
  const share = (req: HttpRequest): Promise<Page> | undefined => {
    const locale = addressLocale(req) ?? localeOfBrowser(req.headers.cookie, req.get('accept-language'))
    const key = `${locale ?? 'of the market'} ${pageAddress(req.originalUrl)}`
    const made = [underWay.get(key), finished.get(key)].find((one) => one && isFresh(one))
    if (made) return made.page
    const page = queue.run(() => {
      shared.began = read()
      return respond(req, {}, locale)
    })
    if (!page) return undefined
    const shared: Shared = { page }
    underWay.set(key, shared)
    const end = () => underWay.get(key) === shared && underWay.delete(key)
    page.then((made) => {
      shared.made = made
      if (end() && made.status < 500) finished.set(key, shared, { size: key.length + 2 * made.body.length })
    }, end)
    return page
  }

  return {
    forget: (subjects) => {
      underWay.clear()
      const ids = subjects.filter((subject) => subject.startsWith('biz_'))
      const isOutdated = ({ made }: Shared) => !made || made.status === 404 || ids.some((id) => made.businesses.has(id))
      for (const [key, shared] of finished) if (ids.length === 0 || isOutdated(shared)) finished.delete(key)
    },
    handler: async (req, res, next) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') return next()
      res.vary('cookie, accept-language, accept-encoding')
      const personal = isPersonal(req)
      const page = personal ? queue.run(() => respond(req, own(req), addressLocale(req))) : share(req)
      if (!page) return refuseTooBusy(res)
      const made = await page
      const mayBeKept = made.status === 200 ? 'public, max-age=0, s-maxage=5' : 'no-cache'
      res.set('cache-control', personal ? 'private, no-store' : mayBeKept)
      return sendPage(made, personal, req, res)
    },
  }
}

/** An address can name a language, so that search engines find each. */
const addressLocale = (req: HttpRequest) =>
  knownLocale(new URLSearchParams(req.originalUrl.split('?')[1]).get('lang') ?? undefined)

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
