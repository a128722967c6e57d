import { chromium, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, preview } from 'vite'

const flags = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-sync'
const configFile = join(import.meta.dirname, 'vite.config.ts')

export type GalleryView = { width: number; scheme: 'light' | 'dark'; search?: '?map' | '?shell' }

/** Builds the gallery, serves it on loopback and opens it in a real browser. */
export async function openGallery() {
  const outDir = await mkdtemp(join(tmpdir(), 'gallery-'))
  await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const server = await preview({ configFile, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } })
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') })
  const [url = ''] = server.resolvedUrls?.local ?? []

  async function visit({ width, scheme, search }: GalleryView): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    await page.goto(`${url}${search ?? ''}`, { waitUntil: 'networkidle' })
    await page.evaluate(() => document.fonts.ready)
    return page
  }
  async function close() {
    await browser.close()
    await server.close()
    await rm(outDir, { recursive: true })
  }
  return { visit, close, [Symbol.asyncDispose]: close }
}
