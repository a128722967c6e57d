const hint = '<link rel="modulepreload"'
const start = /(<script nonce="[^"]*") type="module" async="">(.*?)<\/script>/s

/** On a slow connection the scripts of a page would delay its text, styles and fonts. They are loaded once the page has been painted, or at
 *  once where its tab is hidden. */
export function startScriptsAfterPaint(html: string): string {
  return html
    .replaceAll(hint, '<link rel="later"')
    .replace(start, (_, tag: string, code: string) => `${tag}>${starter(code)}</script>`)
}

const starter = (code: string) => `((nonce) => {
  const start = () => {
    for (const link of document.querySelectorAll('link[rel=later]')) link.rel = 'modulepreload'
    const script = Object.assign(document.createElement('script'), { type: 'module', nonce, textContent: ${inScript(code)} })
    document.body.append(script)
    script.remove()
  }
  if (document.hidden) start()
  else requestAnimationFrame(() => setTimeout(start))
})(document.currentScript.nonce)`

const inScript = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c')
