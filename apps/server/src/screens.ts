import { fileURLToPath } from 'node:url'
import { Router, static as files } from 'express'
import packedFiles from 'express-static-gzip'
import { refuseUnknownPath } from '@buy-locals/service-kit/problem-response'
import { webRouter } from '@buy-locals/web/router'
import type { Screens } from './application.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The public site, the dashboard and the map's own data, as they were built. */
export const screens: Screens = async (at) => {
  const router = Router()
  router.use('/map', files(folder('../map'), { maxAge: '1d' }), refuseUnknownPath)
  const dashboard = folder('../../dashboard/dist')
  const cached = { maxAge: '1h', setHeaders: cacheHashed }
  router.use('/dashboard', packedFiles(dashboard, { enableBrotli: true, index: false, serveStatic: cached }))
  router.use('/dashboard/assets', refuseUnknownPath)
  router.get('/dashboard{/*path}', (_req, res) => {
    res.set('cache-control', 'no-cache').sendFile('index.html', { root: dashboard })
  })
  const web = await webRouter(at)
  router.use(web.router)
  return { router, forget: web.forget }
}

/** A file whose name says its content never changes. */
function cacheHashed(res: { setHeader(name: string, value: string): void }, path: string): void {
  if (path.includes('/assets/')) res.setHeader('cache-control', 'public, max-age=31536000, immutable')
}
