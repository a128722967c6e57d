import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import type { RequestHandler } from 'express'
import { LRUCache } from 'lru-cache'

const [least, most] = [1_024, 64 * 1_024]
const mostBytes = 8 * 2 ** 20

/**
 * JSON that was read is compressed in one piece, where a stream of its own takes three times as long; and once for all who
 * are sent the same, which its ETag names. Whatever is longer, or no JSON, is left to the streams.
 */
export function compressAtOnce(): RequestHandler {
  const compressed = new LRUCache<string, Buffer>({ maxSize: mostBytes, sizeCalculation: ({ length }) => length + 200 })
  return (req, res, next) => {
    if (req.method !== 'GET') return next()
    const end = res.end.bind(res) as (...args: unknown[]) => typeof res
    res.end = (...args: unknown[]) => {
      const [body] = args
      const isShort = typeof body === 'string' && body.length >= least && body.length <= most
      const isJson = String(res.getHeader('content-type')).startsWith('application/json')
      if (!isShort || !isJson || res.headersSent || res.hasHeader('content-encoding')) return end(...args)
      const encoding = encodings.find((one) => req.acceptsEncodings(one))
      if (!encoding) return end(...args)
      const etag = res.getHeader('etag')
      const name = `${encoding} ${String(etag)}`
      const bytes = (etag && compressed.get(name)) || compress[encoding](body)
      if (etag) compressed.set(name, bytes)
      res.setHeader('content-encoding', encoding).setHeader('content-length', bytes.length)
      return end(bytes)
    }
    next()
  }
}

/** Best first, in whatever order a browser names them. */
const encodings = ['zstd', 'br', 'gzip'] as const

const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, ZSTD_c_compressionLevel } = constants
const brotli = { params: { [BROTLI_PARAM_QUALITY]: 4, [BROTLI_PARAM_LGWIN]: 18 } }

const compress = {
  zstd: (text: string) => zstdCompressSync(text, { params: { [ZSTD_c_compressionLevel]: 3 } }),
  br: (text: string) => brotliCompressSync(text, brotli),
  gzip: (text: string) => gzipSync(text, { level: 4 }),
}
