import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { type Router } from 'express'
import packedFiles from 'express-static-gzip'
import type { createRequestHandler, ServerBuild } from 'react-router'
import { renewSession } from './server/session.ts'
import { sitePages, type Pages } from './server/pages.ts'
import { shareCards, type ShareCard } from './server/share-cards.ts'
import type { Site } from './server/visit.ts'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** As `react-router build` left it. */
const serverBuild: string = new URL('../build/server/index.js', import.meta.url).href

type EntryModule = ServerBuild['entry']['module'] & { createRequestHandler: typeof createRequestHandler }

/** The public site. It reads the API at `apiUrl` in the visitor's name; `publicUrl` is how links name the site. `forget` throws away what was rendered for strangers of some businesses, or all. */
export async function webRouter(
  site: Site & { drawShareCard(card: ShareCard): Promise<Buffer> },
): Promise<{ router: Router; forget: Pages['forget'] }> {
  const build = (await import(serverBuild)) as ServerBuild
  const router = express.Router()
  const client = folder('../build/client')
  const forever = { immutable: true, maxAge: '1y' }
  router.use('/assets', packedFiles(`${client}/assets`, { enableBrotli: true, index: false, serveStatic: forever }))
  router.use('/assets', (_req, res) => void res.status(404).end()) // of a build that is gone
  const found = await readdir(client, { withFileTypes: true })
  const files = found.flatMap((one) => (one.isFile() ? `/${one.name}` : [])) // a page is not looked for among them each time
  router.get(files, express.static(client, { index: false, maxAge: '1h' }))
  const render = (build.entry.module as EntryModule).createRequestHandler(build, 'production')
  const { handler, forget } = sitePages(render, site)
  router.use('/share', shareCards(render, site))
  router.use(renewSession(site.apiUrl), handler)
  return { router, forget }
}
