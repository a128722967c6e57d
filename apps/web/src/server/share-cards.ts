import type { RequestHandler, Response as HttpResponse } from 'express'
import { LRUCache } from 'lru-cache'
import { knownLocale } from '@buy-locals/values/locale'
import { createShortQueue } from './queue.ts'
import { createVisit, type Site, type Visit } from './visit.ts'

/** What is on the picture that messengers and networks show of a page. */
export type ShareCard = {
  name: string
  about: string
  rating?: string | undefined
  site: string
  /** The path of a JPEG. */
  photo?: string | undefined
  /** SVG of 400 × 300, where there is no photo. */
  drawing: string
}

type Made = { png: Buffer } | { status: number; location: string | null }

const mostBytes = 16 * 2 ** 20
const address = /^\/([A-Za-z-]{2,8})\/biz_[0-9a-z]{10,40}\/[0-9a-f]{20}\.png$/

/** Pictures of businesses, one drawn at a time. An address says what is on its picture, which is drawn once and never changes. */
export function shareCards(
  render: (request: Request, visit: Visit) => Promise<Response>,
  site: Site & { drawShareCard(card: ShareCard): Promise<Buffer> },
): RequestHandler {
  const { origin } = new URL(site.publicUrl)
  const queue = createShortQueue({ atOnce: 1, mostWaiting: 20 })
  const drawn = new LRUCache<string, Buffer>({ maxSize: mostBytes, sizeCalculation: ({ length }) => length })
  const underWay = new Map<string, Promise<Made>>()

  const make = async (path: string, locale: Visit['locale']): Promise<Made> => {
    const response = await render(new Request(origin + path), await createVisit(site, {}, locale))
    if (response.status !== 200) return { status: response.status, location: response.headers.get('location') }
    const png = await site.drawShareCard((await response.json()) as ShareCard)
    drawn.set(path, png)
    return { png }
  }
  const share = (path: string, locale: Visit['locale']): Promise<Made> | undefined => {
    const begun = underWay.get(path) ?? queue.run(() => make(path, locale))?.finally(() => underWay.delete(path))
    if (begun) underWay.set(path, begun)
    return begun
  }

  return async (req, res, next) => {
    const locale = knownLocale(address.exec(req.path)?.[1])
    if (!locale || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const path = req.baseUrl + req.path
    const png = drawn.get(path)
    const made = png ? { png } : await share(path, locale)
    if (made) return send(made, res)
    res.status(503).set({ 'cache-control': 'no-store', 'retry-after': '5' }).end()
  }
}

function send(made: Made, res: HttpResponse): void {
  if ('png' in made) {
    // Whoever shows the page elsewhere may show its picture too.
    res.set({ 'cache-control': 'public, max-age=31536000, immutable', 'cross-origin-resource-policy': 'cross-origin' })
    res.type('png').send(made.png)
    return
  }
  if (made.location) res.set('location', made.location)
  res.status(made.status).set('cache-control', 'no-cache').end()
}
