import { expect, test } from 'vitest'
import { startScriptsAfterPaint } from '../src/server/after-paint'

const page = `<head><link rel="modulepreload" href="/assets/site.js"/></head>
<script>first()</script><script type="module" async="">import "/assets/site.js";
say("</b>")</script>`

test('no script is asked for before the page is painted, and the same code runs after that', () => {
  const { html, later } = startScriptsAfterPaint(page)
  expect(html).not.toMatch(/rel="modulepreload"|type="module"/)
  expect(html).toContain('<script>first()</script>')
  const [, text = ''] = /textContent: (".*") \}\)/.exec(html) ?? []
  expect(text).not.toContain('<')
  expect(later).toEqual([JSON.parse(text)])
  expect(later).toEqual(['import "/assets/site.js";\nsay("</b>")'])
})
