import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { StyleSheet } from 'react-native-web'
import { ServerRouter, type EntryContext } from 'react-router'

/** Everything is rendered before anything is sent: the styles that React Native made on the way belong into the head. */
export default function page(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let finalStatus = status
    const { pipe } = renderToPipeableStream(<ServerRouter context={context} url={request.url} />, {
      onAllReady() {
        headers.set('content-type', 'text/html; charset=utf-8')
        const html = text(pipe(new PassThrough())).then(withStyles)
        html.then((body) => resolve(new Response(body, { headers, status: finalStatus })), reject)
      },
      onShellError: reject,
      onError() {
        finalStatus = 500
      },
    })
  })
}

function withStyles(html: string): string {
  const { id, textContent } = StyleSheet.getSheet()
  return html.replace('</head>', () => `<style id="${id}">${textContent}</style></head>`)
}
