const hint = '<link rel="modulepreload"'
const [opening, closing] = ['<script type="module" async="">', '</script>']

/** On a slow connection the scripts of a page would delay its text, styles and fonts. They are loaded once the page has been painted, or at
 *  once where its tab is hidden. `later` is the code that is put into the page then. */
export function startScriptsAfterPaint(html: string): { html: string; later: string[] } {
  const endOfHead = html.indexOf('</head>') // hints stand nowhere else, and a page is long
  const head = html.slice(0, endOfHead).replaceAll(hint, '<link rel="later"')
  const at = html.indexOf(opening, endOfHead)
  if (at < 0) return { html: head + html.slice(endOfHead), later: [] }
  const end = html.indexOf(closing, at)
  const code = html.slice(at + opening.length, end)
  return { html: `${head}${html.slice(endOfHead, at)}<script>${starter(code)}${html.slice(end)}`, later: [code] }
}

const starter = (code: string) => `(() => {
  const start = () => {
    for (const link of document.querySelectorAll('link[rel=later]')) link.rel = 'modulepreload'
    const script = Object.assign(document.createElement('script'), { type: 'module', textContent: ${inScript(code)} })
    document.body.append(script)
    script.remove()
  }
  if (document.hidden) start()
  else requestAnimationFrame(() => setTimeout(start))
})()`

const inScript = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c')
