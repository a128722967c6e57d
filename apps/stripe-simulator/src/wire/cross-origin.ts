import type { NextFunction, Request, Response } from 'express'

const loopback = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** A payment form on this machine confirms from the browser, as it would with Stripe.js. */
export function allowLoopbackPages(req: Request, res: Response, next: NextFunction): void {
  const { origin } = req.headers
  if (origin === undefined || !loopback.test(origin) || !req.path.startsWith('/v1/')) return next()
  res.set({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, stripe-account, stripe-version',
    'access-control-expose-headers': 'request-id, idempotent-replayed',
    'access-control-max-age': '600',
    vary: 'origin',
  })
  if (req.method === 'OPTIONS') return void res.status(204).end()
  next()
}
