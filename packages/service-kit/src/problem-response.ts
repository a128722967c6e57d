import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { Problem, problemDocument, problems } from '@buy-locals/contracts/problem'
import { isDatabaseAway } from './database.ts'
import { correlation, type Log } from './log.ts'

/** After all routers: no such path, or no such method on it. */
export const refuseUnknownPath: RequestHandler = (_req, res) => {
  const allowed = res.getHeader('allow')
  if (allowed === undefined) throw new Problem('not-found', 'There is no such thing')
  throw new Problem('method-not-allowed', `Here is only ${[allowed].flat().join(', ')}`)
}

const logAgainAfterMs = 60_000

/** Every error as RFC 9457. An unexpected error is logged in full, and nothing of it is sent. That the database is away is logged once a minute, not for every request. */
export const problemResponse = (log: Log): ErrorRequestHandler => {
  let loggedAt = -Infinity
  return (error: unknown, _req, res, _next) => {
    const problem = asProblem(error)
    if (problem.code === 'internal') log.error({ err: error }, 'unexpected error')
    else if (isDatabaseAway(error) && performance.now() - loggedAt > logAgainAfterMs) {
      loggedAt = performance.now()
      log.warn({ err: error }, 'the database cannot be reached')
    }
    if (res.headersSent) res.destroy()
    else sendProblem(res, problem)
  }
}

export function sendProblem(res: Response, problem: Problem): void {
  const { retryAfter } = problem.extras
  if (retryAfter !== undefined) res.set('retry-after', String(Math.ceil(retryAfter)))
  if (problem.code === 'unauthenticated') res.set('www-authenticate', 'Bearer')
  if (problem.code !== 'method-not-allowed') res.removeHeader('allow')
  res.set('cache-control', 'no-store').set('content-type', 'application/problem+json')
  res.status(problems[problem.code].status).end(JSON.stringify(problemDocument(problem)))
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isDatabaseAway(error)) return new Problem('not-yet', 'Try again in a moment', { retryAfter: 1 })
  // Express itself refuses a path that is not percent-encoded text.
  if (error instanceof URIError) return new Problem('not-found', 'There is no such thing')
  return new Problem('internal', 'It is our fault and has been noted', { requestId: correlation()?.requestId })
}
