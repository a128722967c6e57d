import { Writable } from 'node:stream'
import { renderToPipeableStream } from 'react-dom/server'
import { StyleSheet } from 'react-native-web'
import { ServerRouter, type EntryContext } from 'react-router'
import type { Visit } from './server/visit'

/** Of loaders. The router would print it otherwise, with what was asked for. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (!request.signal.aborted) (context as Visit).reportError(error)
}

/** Everything is rendered before anything is sent: the styles that React Native made on the way belong into the head. */
export default function page(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  visit: Visit,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe } = renderToPipeableStream(<ServerRouter context={context} url={request.url} />, {
      onAllReady() {
        headers.set('content-type', 'text/html; charset=utf-8')
        pipe(
          collect((html) => {
            visit.html = withStyles(html)
            resolve(new Response(null, { headers, status: finalStatus }))
          }),
        )
      },
      onShellError: reject,
      onError(error) {
        finalStatus = 500
        visit.reportError(error)
      },
    })
  })
}

function collect(finish: (html: string) => void): Writable {
  const parts: Buffer[] = []
  return new Writable({
    write: (part: Buffer, _encoding, next) => {
      parts.push(part)
      next()
    },
    final: (end) => {
      finish(Buffer.concat(parts).toString())
      end()
    },
  })
}

function withStyles(html: string): string {
  const { id, textContent } = StyleSheet.getSheet()
  return html.replace('</head>', () => `<style id="${id}">${textContent}</style></head>`)
}
