import compression from 'compression'
import cors from 'cors'
import { Router, type Request, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Redis } from 'ioredis'
import type { Throttle as LimitClass } from '@buy-locals/contracts/operation'
import { operations } from '@buy-locals/contracts/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { throttleInMemory } from '@buy-locals/service-kit/adapters/throttle-in-memory'
import { throttleInRedis } from '@buy-locals/service-kit/adapters/throttle-in-redis'
import { compressAtOnce } from '@buy-locals/service-kit/compress-at-once'
import { consumeFrom, type Throttle } from '@buy-locals/service-kit/throttle'

type Options = {
  /** Origins that pages may talk to besides our own: the realtime hub, the simulator, Stripe. */
  connect: readonly string[]
  stripe: boolean
  /** Google's map is shown. */
  googleMap: boolean
  https: boolean
  /** Origins besides ours whose pages may use the API: by token, never by cookie. */
  corsOrigins: readonly string[]
  limitFactor: number
  redis?: Redis | undefined
  /** Where there is no Redis. In this process alone by default. */
  throttle?: Throttle | undefined
}

/** What stands before every request: headers, compression, and the coarse limits by caller's address. */
export function gateway({
  connect,
  stripe,
  googleMap,
  https,
  corsOrigins,
  limitFactor,
  redis,
  throttle,
}: Options): Router {
  const router = Router()
  router.use(refuseUnreadable, securityHeaders({ connect, stripe, googleMap, https }), compression(), compressAtOnce())
  if (corsOrigins.length) router.use(['/v1', '/event', '/.well-known'], otherOrigins(corsOrigins))
  const inMemory = throttle ?? throttleInMemory()
  router.use(limitRequests(redis ? throttleInRedis(redis, 'gateway', inMemory) : inMemory, limitFactor))
  return router
}

/** Of such a request no router can make an address. */
const refuseUnreadable: RequestHandler = ({ method, url, headers: { host } }, _res, next) => {
  if (method === 'TRACE') throw new Problem('method-not-allowed', 'TRACE is not answered')
  if (!url.startsWith('/') || !isDecodable(url)) throw new Problem('not-found', 'There is no such thing')
  if (host && !URL.canParse(`http://${host}`)) throw new Problem('invalid-request', 'The Host header is no host')
  next()
}

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

const otherOrigins = (origins: readonly string[]): RequestHandler =>
  cors({ origin: [...origins], exposedHeaders: ['etag', 'location', 'retry-after', 'x-request-id'], maxAge: 7_200 })

type Guests = Pick<Options, 'connect' | 'stripe' | 'googleMap' | 'https'>

const securityHeaders = ({ connect, stripe, googleMap, https }: Guests): RequestHandler => {
  // https://developers.google.com/maps/documentation/javascript/content-security-policy; its styles are known by no hash.
  const ofGoogle = (...sources: string[]) => (googleMap ? sources : [])
  const googles = ofGoogle('https://*.googleapis.com', 'https://*.gstatic.com', 'https://*.google.com')
  const frames = [...(stripe ? ['https://js.stripe.com', 'https://hooks.stripe.com'] : []), ...ofGoogle('https://*.google.com')] // prettier-ignore
  const ofStripe = (host: string) => (stripe ? [`https://${host}`] : [])
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: [
          "'self'",
          ...ofStripe('js.stripe.com'),
          ...ofGoogle('https://maps.googleapis.com', 'https://maps.gstatic.com', "'unsafe-eval'", 'blob:'),
        ],
        styleSrc: ["'self'", ...ofGoogle("'unsafe-inline'", 'https://fonts.googleapis.com')],
        // The site is rendered here: a size that is computed, like the bar of a rating, comes as an attribute, of which no hash is known before.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...googles, ...ofGoogle('https://*.googleusercontent.com')],
        fontSrc: ["'self'", ...ofGoogle('https://fonts.gstatic.com')],
        connectSrc: ["'self'", ...connect, ...ofStripe('api.stripe.com'), ...googles, ...ofGoogle('data:', 'blob:')],
        frameSrc: frames.length ? frames : ["'none'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  })
}

/** Points a minute for one address. */
export const perMinute: Record<LimitClass, number> = { read: 600, write: 120, identity: 40, machine: 6_000 }

function limitRequests(throttle: Throttle, factor: number): RequestHandler {
  const routes = operations.map(({ method, path, throttle: limitClass }) => {
    const pattern = path.replaceAll(/:\w+/g, '[^/]+')
    return { method: method.toUpperCase(), pattern: new RegExp(`^/v1${pattern}/?$`, 'i'), limitClass }
  })
  const classOf = ({ method, path }: Request) =>
    routes.find((route) => route.method === method && route.pattern.test(path))?.limitClass ?? 'read'
  return async (req, _res, next) => {
    const limitClass = classOf(req)
    const limit = { points: perMinute[limitClass] * factor, seconds: 60 }
    if (!isFile(req.path)) await consumeFrom(throttle, limitClass, req.ip ?? '', limit)
    next()
  }
}

/** Files cost little to give; a page is rendered and asks the services, also one that is asked for by a way around. */
const isFile = (path: string) =>
  /^\/(assets|dashboard\/assets|app\/(_expo|assets|frame)|docs\/assets|map|media\/photos)\//.test(path) &&
  !/\.\.|%2e/i.test(path)
