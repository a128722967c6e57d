import { StyleSheet } from 'react-native'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Gallery } from '../gallery/gallery'
import { Button } from '../src/button'

test('every component renders on a server, with its styles and in no color scheme of its own', () => {
  expect(typeof window).toBe('undefined')
  const html = renderToString(<Gallery />)
  const sheet = (StyleSheet as unknown as { getSheet: () => { id: string; textContent: string } }).getSheet()
  expect(html).toContain('<h1')
  expect(html).toMatch(/<a [^>]*href="#barber"/)
  expect(sheet.textContent).toContain('var(--surface)')
  expect(sheet.textContent).not.toMatch(/#9c3f1c|rgba\(156/i)
})

test('nobody can submit before the scripts have loaded, so no password gets into an address', () => {
  const form = (
    <form>
      <Button submit label="Sign in" />
    </form>
  )
  expect(renderToString(form)).toMatch(/<button[^>]* type="submit" disabled=""/)
})
