import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { StyleSheet } from 'react-native-web'
import { ServerRouter, type EntryContext } from 'react-router'
import { startScriptsAfterPaint } from './server/after-paint'
import type { Visit } from './server/visit'
import { NonceContext } from './site/use-site'

/** Everything is rendered before anything is sent: the styles that React Native made on the way belong into the head. */
export default function page(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { nonce }: Visit,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe } = renderToPipeableStream(
      <NonceContext value={nonce}>
        <ServerRouter context={context} url={request.url} nonce={nonce} />
      </NonceContext>,
      {
        nonce,
        onAllReady() {
          headers.set('content-type', 'text/html; charset=utf-8')
          const body = new PassThrough()
          const chunks: Buffer[] = []
          body.on('data', (chunk: Buffer) => chunks.push(chunk))
          body.on('end', () =>
            resolve(new Response(withStyles(Buffer.concat(chunks), nonce), { headers, status: finalStatus })),
          )
          pipe(body)
        },
        onShellError: reject,
        onError() {
          finalStatus = 500
        },
      },
    )
  })
}

function withStyles(html: Buffer, nonce: string): ReadableStream<Uint8Array> {
  const { id, textContent } = StyleSheet.getSheet()
  const style = `<style id="${id}" nonce="${nonce}">${textContent}</style>`
  const stream = new PassThrough()
  stream.end(startScriptsAfterPaint(html.toString('utf8')).replace('</head>', () => `${style}</head>`))
  return createReadableStreamFromReadable(stream)
}
