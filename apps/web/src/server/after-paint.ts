const hint = '<link rel="modulepreload"'
const start = /<script type="module" async="">(.*?)<\/script>/s

/** On a slow connection the scripts of a page would delay its text, styles and fonts. They are loaded once the page has been painted, or at
 *  once where its tab is hidden. `later` is the code that is put into the page then. */
export function startScriptsAfterPaint(html: string): { html: string; later: string[] } {
  const code = start.exec(html)?.[1]
  const painted = html.replaceAll(hint, '<link rel="later"')
  if (code === undefined) return { html: painted, later: [] }
  return { html: painted.replace(start, () => `<script>${starter(code)}</script>`), later: [code] }
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
