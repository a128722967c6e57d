import { createHash } from 'node:crypto'

/** What a page has between its own tags, as a Content-Security-Policy names it. */
export type InlineCode = { scripts: string[]; styles: string[] }

const script = /<script(?![^>]*(?: src=| type="application\/ld\+json"))[^>]*>(.*?)<\/script>/gs
const style = /<style[^>]*>(.*?)<\/style>/gs

/** Of the final bytes: a page is given to many, and a nonce would be known to all of them. */
export function findInlineCode(html: string, startedLater: readonly string[]): InlineCode {
  const code = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, text = '']) => text)
  return { scripts: [...code(script), ...startedLater].map(hash), styles: code(style).map(hash) }
}

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`

/** Beside a hash, browsers do not regard `'unsafe-inline'`, which Google's map needs for its styles. */
export function allowInlineCode(policy: string, { scripts, styles }: InlineCode): string {
  const isAnyStyle = policy.includes("style-src 'self' 'unsafe-inline'")
  return policy
    .replace("script-src 'self'", ['script-src', "'self'", ...scripts].join(' '))
    .replace("style-src 'self'", ['style-src', "'self'", ...(isAnyStyle ? [] : styles)].join(' '))
}
