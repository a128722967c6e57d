import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, static as files, type Response } from 'express'
import packedFiles from 'express-static-gzip'
import { refuseUnknownPath } from '@buy-locals/service-kit/problem-response'
import { sendNotYet } from './not-yet.ts'
import { phoneAppFolder, type PhoneAppState } from './phone-app.ts'

const frame = fileURLToPath(new URL('../phone-frame', import.meta.url))

type Options = {
  folder?: string
  /** Whose pages the app opens in its place, such as a bank's. */
  guests?: readonly string[]
}

/** The phone app in a browser, once it is built. */
export function phoneAppRouter(
  request: () => Promise<PhoneAppState>,
  { folder = phoneAppFolder, guests = [] }: Options = {},
): Router {
  const router = Router()
  router.use('/app', async (req, res, next) => {
    const state = await request()
    if (state === 'built') next()
    else sendNotYet(req, res, `app-${state}`)
  })
  router.use('/app/frame', files(frame, { maxAge: '1h' }), refuseUnknownPath)
  const neverChanging = { immutable: true, maxAge: '1y' }
  for (const part of ['_expo', 'assets']) {
    const packed = packedFiles(join(folder, part), { enableBrotli: true, index: false, serveStatic: neverChanging })
    router.use(`/app/${part}`, packed, refuseUnknownPath)
  }
  router.get('/app{/*path}', async (_req, res) => {
    const page = (await readFile(join(folder, 'index.html'), 'utf8')).replace('<head>', `<head>${icon}${inFrame}`)
    allowOwn(res, guests)
    res.set('cache-control', 'no-cache').type('html').send(page)
  })
  return router
}

/** That of the site: a browser would look for another one in vain. */
const icon = '<link rel="icon" href="/icon.svg" type="image/svg+xml">'

/** On a wide screen it is shown as on a phone. */
const inFrame = '<script src="/app/frame/phone-frame.js"></script>'

/** React Native writes style elements of its own: these pages alone allow them. The frame that shows them is ours too. */
function allowOwn(res: Response, guests: readonly string[]): void {
  const policy = String(res.getHeader('content-security-policy'))
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    .replace(/frame-src (?:'none')?/, `frame-src ${["'self'", ...guests].join(' ')} `)
  res.set('content-security-policy', policy)
}
