import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, static as files } from 'express'
import { refuseUnknownPath } from '@buy-locals/service-kit/problem-response'

const contracts = fileURLToPath(import.meta.resolve('@buy-locals/contracts/openapi.json'))
const theme = fileURLToPath(import.meta.resolve('@buy-locals/ui/theme.css'))
const ourColors = fileURLToPath(new URL('docs-page.css', import.meta.url))
const scalar = dirname(fileURLToPath(import.meta.resolve('@scalar/api-reference')))

/** The viewer's own services are left out: they belong to somebody else. */
const options = {
  ...{ url: '/v1/openapi.json', theme: 'none', withDefaultFonts: false, telemetry: false },
  ...{ hideClientButton: true, hideDarkModeToggle: true, showDeveloperTools: 'never' },
  ...{ agent: { disabled: true }, mcp: { disabled: true } },
}
const code = `Scalar.createApiReference('#app', ${JSON.stringify(options)})`

/** The OpenAPI document for programs, and a page of it for people, with nothing from elsewhere. */
export function docsPage(): Router {
  const router = Router()
  const document = readFile(contracts, 'utf8')
  const styles = Promise.all([theme, ourColors].map((file) => readFile(file, 'utf8')))
  router.get('/v1/openapi.json', async (_req, res) => {
    res
      .set('cache-control', 'public, max-age=300')
      .type('application/json')
      .send(await document)
  })
  router.use('/docs/assets', files(join(scalar, 'browser'), { index: false, maxAge: '1d' }), refuseUnknownPath)
  router.get('/docs', async (_req, res) => {
    // Scalar writes its own style elements: this page alone allows them.
    const policy = String(res.getHeader('content-security-policy'))
      .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
      .replace("script-src 'self'", `script-src 'self' 'sha256-${createHash('sha256').update(code).digest('base64')}'`)
    res.set('content-security-policy', policy).type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Buy Locals API</title><style>${(await styles).join('')}</style></head><body><div id="app"></div>
<script src="/docs/assets/standalone.js"></script>
<script>${code}</script></body></html>`)
  })
  return router
}
