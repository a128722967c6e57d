import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib'
import type { Request, Response } from 'express'
import { startScriptsAfterPaint } from './after-paint.ts'
import { allowInlineCode, findInlineCode, type InlineCode } from './inline-code.ts'

/** What the site answers to a request, complete: bytes and headers belong together. */
export type Page = {
  status: number
  headers: [name: string, value: string][]
  inlineCode: InlineCode | undefined
  body: Buffer
  /** The businesses that it shows, by id. */
  businesses: ReadonlySet<string>
  /** Of a page for many, by which they ask whether it is still the same. */
  etag?: string
  /** The same, compressed once for all who ask. */
  compressed: Partial<Record<Encoding, Promise<Buffer>>>
}

/** Best first, in whatever order a browser names them: zstd takes half the time of Brotli for the same bytes. */
const encodings = ['zstd', 'br', 'gzip'] as const
type Encoding = (typeof encodings)[number]

export async function finishPage(response: globalThis.Response, rendered: string | undefined): Promise<Page> {
  const headers = [...response.headers]
  const painted = rendered === undefined ? undefined : startScriptsAfterPaint(rendered)
  const body = painted ? Buffer.from(painted.html) : Buffer.from(await response.arrayBuffer())
  const inlineCode = painted && findInlineCode(painted.html, painted.later)
  const businesses = new Set(rendered?.match(/\bbiz_\w+/g))
  return { status: response.status, headers, inlineCode, body, businesses, compressed: {} }
}

const tag = (body: Buffer) => `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`

/** The policy of the gateway allows no inline code; that of a page names its own. */
export async function sendPage(page: Page, isPersonal: boolean, req: Request, res: Response): Promise<void> {
  const { status, headers, inlineCode } = page
  res.status(status)
  for (const [name, value] of headers) res.append(name, value)
  const policy = res.getHeader('content-security-policy')
  if (inlineCode && policy) res.set('content-security-policy', allowInlineCode(String(policy), inlineCode))
  if (status === 200 && !isPersonal) res.set('etag', (page.etag ??= tag(page.body)))
  if (req.fresh) return void res.status(304).end()
  const encoding = page.body.length > 1_024 && encodings.find((one) => req.acceptsEncodings(one))
  if (encoding) res.set('content-encoding', encoding)
  const body = encoding ? await compress(page, encoding) : page.body
  res.set('content-length', String(body.length))
  res.end(req.method === 'HEAD' ? undefined : body)
}

function compress(page: Page, encoding: Encoding): Promise<Buffer> {
  return (page.compressed[encoding] ??= compressors[encoding](page.body))
}

const [zip, brotli, zstd] = [promisify(gzip), promisify(brotliCompress), promisify(zstdCompress)]
/** A page that changes every second is not worth the last percent: a third of the time for a twentieth more bytes. */
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  zstd: (body) => zstd(body, { params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
  br: (body) =>
    brotli(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 3,
        [constants.BROTLI_PARAM_LGWIN]: 17, // a page of 128 KB
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
  gzip: (body) => zip(body, { level: 4 }),
}
