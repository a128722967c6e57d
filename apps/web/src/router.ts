import { fileURLToPath } from 'node:url'
import express, { type Router } from 'express'
import packedFiles from 'express-static-gzip'
import { createRequestHandler } from '@react-router/express'
import type { ServerBuild } from 'react-router'
import type { Clock } from '@buy-locals/values/time'
import { renewSession } from './server/session.ts'
import { createVisit } from './server/visit.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** As `react-router build` left it. */
const serverBuild: string = new URL('../build/server/index.js', import.meta.url).href

type Settings = { apiUrl: string; publicUrl: string; clock: Clock }

/** The public site. It reads the API at `apiUrl` in the visitor's name; `publicUrl` is how links name the site. */
export async function webRouter({ apiUrl, publicUrl, clock }: Settings): Promise<Router> {
  const build = (await import(serverBuild)) as ServerBuild
  const router = express.Router()
  const client = folder('../build/client')
  const forever = { immutable: true, maxAge: '1y' }
  router.use('/assets', packedFiles(`${client}/assets`, { enableBrotli: true, index: false, serveStatic: forever }))
  router.use('/assets', (_req, res) => void res.status(404).end()) // of a build that is gone
  router.use(express.static(client, { index: false, maxAge: '1h' }))
  router.use(renewSession(apiUrl))
  router.use(
    createRequestHandler({
      build,
      getLoadContext: (req, res) => createVisit({ apiUrl, publicUrl, clock }, req, res),
    }),
  )
  return router
}
