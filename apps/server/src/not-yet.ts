import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Problem, problemDocument } from '@buy-locals/contracts/problem'
import type { Readiness } from './readiness.ts'

const texts = {
  opening: {
    waitSeconds: 2,
    title: 'Getting the town ready',
    text: 'Buy Locals is starting. This page opens by itself in a moment.',
  },
  interrupted: {
    waitSeconds: 2,
    title: 'We’ll be right back',
    text: 'Buy Locals is restarting a part of itself. Nothing you saved is lost, and this page opens by itself in a moment.',
  },
  'app-building': {
    waitSeconds: 5,
    title: 'Getting the app ready',
    text: 'The app is built when it is first opened, which takes a minute or two. This page opens by itself.',
  },
  'app-absent': {
    waitSeconds: 60,
    title: 'The app is not installed here',
    text: 'Run npm install in the folder of Buy Locals. This page then opens by itself.',
  },
  'app-failed': {
    waitSeconds: 60,
    title: 'The app could not be built',
    text: 'The log of the server says why. It is tried again in a minute, and this page opens by itself.',
  },
} as const
type Reason = keyof typeof texts

const style =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:20vh auto 0;padding:0 1.5rem;color:#1f2933;background:#fff}' +
  'h1{font-size:1.75rem;line-height:1.2}@media(prefers-color-scheme:dark){body{color:#e6eaee;background:#15191d}}'
const styleHash = createHash('sha256').update(style).digest('base64')

const pageOf = ({ waitSeconds, title, text }: (typeof texts)[Reason]) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<meta name="robots" content="noindex"><meta http-equiv="refresh" content="${waitSeconds}"><title>${title} · Buy Locals</title>` +
  `<style>${style}</style></head><body><main><h1>${title}</h1><p role="status">${text}</p></main></body></html>`

const headers = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`,
}

/** 503 for everybody while the server cannot answer: a page for people, a problem for programs. */
export function sendNotYet(req: IncomingMessage, res: ServerResponse, reason: Reason): void {
  const isPage = req.method === 'GET' && req.headers.accept?.includes('text/html')
  const type = isPage ? 'text/html; charset=utf-8' : 'application/problem+json'
  const { text, waitSeconds } = texts[reason]
  const problem = () => problemDocument(new Problem('not-yet', text, { retryAfter: waitSeconds }))
  res.writeHead(503, { ...headers, 'retry-after': String(waitSeconds), 'content-type': type })
  res.end(isPage ? pageOf(texts[reason]) : JSON.stringify(problem()))
}

/** What must be reached all the time: what watches the server, and what its own town is made with. */
const isAlwaysAnswered = (url: string) => /^\/(health\/|metrics$|v1\/stripe\/webhook$)/.test(url)

/** Answers in place of the application where it cannot; whether it did. */
export function refuseWhileClosed(readiness: Readiness, req: IncomingMessage, res: ServerResponse): boolean {
  const reason = readiness.closedFor()
  if (reason === undefined || isAlwaysAnswered(req.url ?? '')) return false
  sendNotYet(req, res, reason)
  return true
}
