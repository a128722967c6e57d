import type { BrowserContext } from '@playwright/test'

/** Writes down whatever a browser complains about on any page. */
export function watch(context: BrowserContext, seen: string[]): void {
  context.on('console', (message) => {
    const isRefusal = message.text().includes('Content Security Policy')
    if (message.type() !== 'error' && !isRefusal) return
    seen.push(`${message.page()?.url() ?? ''}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (thrown) => seen.push(`${thrown.page()?.url() ?? ''}: ${String(thrown.error())}`))
  context.on('response', (answer) => {
    if (answer.status() >= 500) seen.push(`${answer.status()} from ${answer.url()}`)
  })
}
