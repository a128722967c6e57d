import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Router, static as files } from 'express'
import { refuseUnknownPath } from '@buy-locals/service-kit/problem-response'

const contracts = fileURLToPath(import.meta.resolve('@buy-locals/contracts/openapi.json'))
const scalar = dirname(fileURLToPath(import.meta.resolve('@scalar/api-reference')))

/** The OpenAPI document for programs, and a page of it for people, with nothing from elsewhere. */
export function docsPage(): Router {
  const router = Router()
  const document = readFile(contracts, 'utf8')
  router.get('/v1/openapi.json', async (_req, res) => {
    res
      .set('cache-control', 'public, max-age=300')
      .type('application/json')
      .send(await document)
  })
  router.use('/docs/assets', files(join(scalar, 'browser'), { index: false, maxAge: '1d' }), refuseUnknownPath)
  router.get('/docs', (_req, res) => {
    const { nonce } = res.locals as { nonce: string }
    const options = { url: '/v1/openapi.json', withDefaultFonts: false, telemetry: false, hideClientButton: true }
    // Scalar writes its own style elements, which no nonce can reach: this page alone allows them.
    const policy = String(res.getHeader('content-security-policy')).replace(
      /style-src [^;]*/,
      "style-src 'self' 'unsafe-inline'",
    )
    res.set('content-security-policy', policy).type('html').send(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Buy Locals API</title></head><body><div id="app"></div>
<script nonce="${nonce}" src="/docs/assets/standalone.js"></script>
<script nonce="${nonce}">Scalar.createApiReference('#app', ${JSON.stringify(options)})</script></body></html>`)
  })
  return router
}
