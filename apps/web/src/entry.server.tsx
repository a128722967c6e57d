import { Writable } from 'node:stream'
import type { ReactElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { StyleSheet } from 'react-native-web'
import { ServerRouter, type EntryContext } from 'react-router'
import { languageFiles } from 'virtual:language-files'
import { allLocales, languageOf, variantOf, type Locale } from '@buy-locals/values/locale'
import { loadSiteI18n } from './messages/site-i18n'
import type { Visit } from './server/visit'

await Promise.all(allLocales.map(loadSiteI18n))

/** Of the same copy as what it renders. */
export { createRequestHandler } from 'react-router'

/** Of loaders. The router would print it otherwise, with what was asked for. */
export function handleError(error: unknown, { request, context }: { request: Request; context: unknown }): void {
  if (!request.signal.aborted) (context as Visit).reportError(error)
}

/** Everything is rendered before anything is sent: the styles that React Native made on the way belong into the head. */
export default async function page(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  visit: Visit,
): Promise<Response> {
  await readHandoff(context)
  const site = () => (
    <ServerRouter context={{ ...context, serverHandoffStream: new ReadableStream() }} url={request.url} />
  )
  const atOnce = renderToString(site())
  const { html, failed } = isWhole(atOnce)
    ? { html: `<!DOCTYPE html>${atOnce}`, failed: false } // which a stream begins with by itself
    : await renderWhole(site(), visit)
  visit.html = withHead(html, visit.locale)
  headers.set('content-type', 'text/html; charset=utf-8')
  return new Response(null, { headers, status: failed ? 500 : status })
}

/** All loaders have ended. Their data are put where the router looks for them, so that the page need not wait while it is rendered. */
async function readHandoff({ serverHandoffStream, renderMeta }: EntryContext): Promise<void> {
  if (!serverHandoffStream || !renderMeta) return
  const reader = serverHandoffStream.getReader()
  const decoder = new TextDecoder()
  const parts: NonNullable<typeof renderMeta.streamCache> = {}
  for (let at = 0, done = false; !done; at++) {
    const read = await reader.read()
    done = read.done
    const value = read.value ? decoder.decode(read.value, { stream: true }) : ''
    parts[at] = Object.assign(Promise.resolve(), { result: { done, value } })
  }
  reader.releaseLock()
  renderMeta.streamCache = parts
}

/** A part whose code is still to be loaded is missing where React marks it so. */
const isWhole = (html: string) => !html.includes('<!--$!-->')

/** Slower, but it waits for all parts. */
function renderWhole(site: ReactElement, { reportError }: Visit): Promise<{ html: string; failed: boolean }> {
  return new Promise((resolve, reject) => {
    let failed = false
    const { pipe } = renderToPipeableStream(site, {
      onAllReady: () => void pipe(collect((html) => resolve({ html, failed }))),
      onShellError: reject,
      onError(error) {
        failed = true
        reportError(error)
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

function withHead(html: string, locale: Locale): string {
  const { id, textContent } = StyleSheet.getSheet()
  const texts = [languageOf(locale), variantOf(locale)].flatMap((name) => (name && languageFiles[name]) ?? [])
  const hints = texts.map((file) => `<link rel="modulepreload" href="${file}"/>`).join('')
  return html.replace('</head>', () => `${hints}<style id="${id}">${textContent}</style></head>`)
}
