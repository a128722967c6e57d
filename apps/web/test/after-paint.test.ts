import { expect, test } from 'vitest'
import { startScriptsAfterPaint } from '../src/server/after-paint'

const page = `<head><link rel="modulepreload" href="/assets/site.js" nonce="n"/></head>
<script nonce="n">first()</script><script nonce="n" type="module" async="">import "/assets/site.js";
say("</b>")</script>`

test('no script is asked for before the page is painted, and the same code runs after that', () => {
  const html = startScriptsAfterPaint(page)
  expect(html).not.toMatch(/rel="modulepreload"|type="module"/)
  expect(html).toContain('<script nonce="n">first()</script>')
  const [, text = ''] = /textContent: (".*") \}\)/.exec(html) ?? []
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toBe('import "/assets/site.js";\nsay("</b>")')
})
