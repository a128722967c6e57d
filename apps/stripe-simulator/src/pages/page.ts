import escapeHtml from 'escape-html'
import type { Response } from 'express'

export function sendPage(res: Response, status: number, title: string, body: string): void {
  res
    .status(status)
    .set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .set('referrer-policy', 'same-origin')
    .type('html').send(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  main { max-width: 30rem; margin: 10vh auto; padding: 0 1rem }
  .label { padding: .5rem .75rem; border: 1px solid; border-radius: .5rem }
  button { font: inherit; min-height: 2.75rem; padding: 0 1.25rem; margin: .5rem .5rem 0 0; border-radius: .5rem; cursor: pointer }
</style>
<main>
<p class="label">Stripe simulator: a test page on this computer. No bank is asked and no money moves.</p>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</html>`)
}

export const buttonForm = (name: string, buttons: [value: string, label: string][]) =>
  `<form method="post">${buttons.map(([value, label]) => `<button name="${name}" value="${value}">${label}</button>`).join('')}</form>`

export const formValue = (body: unknown, name: string) =>
  new URLSearchParams(typeof body === 'string' ? body : '').get(name)
