import express, { type Express, type RequestHandler, type Router } from 'express'
import { newId } from '@buy-locals/values/ids'
import { withCorrelation, correlation, type Log } from './log.ts'
import { refuseUnknownPath, problemResponse } from './problem-response.ts'

type Parts = {
  /** Services, or anything else with a router. */
  services: readonly { router: Router }[]
  log: Log
  /** As Express understands `trust proxy`: how many proxies stand before us, or their addresses. */
  trustProxy?: number | string | boolean
  onResponse?: (request: ServedRequest) => void
}

export type ServedRequest = { operation: string | undefined; method: string; status: number; ms: number }

/** The HTTP application, the same on one machine and on Lambda. */
export function application({ services, log, trustProxy = false, onResponse }: Parts): Express {
  const app = express()
  app.disable('x-powered-by').set('etag', false).set('query parser', 'simple').set('trust proxy', trustProxy)
  app.use(logRequests(log, onResponse))
  for (const { router } of services) app.use(router)
  app.use(refuseUnknownPath)
  app.use(problemResponse(log))
  return app
}

/** Gives every request an id and one log line: never a body, a token, an address or a path, which may hold one. */
const logRequests =
  (log: Log, onResponse: Parts['onResponse']): RequestHandler =>
  (req, res, next) => {
    const sent = req.get('x-request-id')
    const requestId = sent && /^[\w-]{8,64}$/.test(sent) ? sent : newId('request')
    const began = performance.now()
    res.set('x-request-id', requestId)
    withCorrelation({ correlationId: requestId, requestId }, () => {
      const ids = correlation()
      res.once('close', () => {
        const ms = Math.round((performance.now() - began) * 10) / 10
        const status = res.writableFinished ? res.statusCode : 499 // the client closed the connection
        log.info({ ...ids, method: req.method, status, ms }, 'request')
        onResponse?.({ operation: ids?.operation, method: req.method, status, ms })
      })
      next()
    })
  }
