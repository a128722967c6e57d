import type Stripe from 'stripe'
import { invalidRequest } from './error.ts'

/** An empty value removes a key; an empty `metadata` removes all. */
export function mergeMetadata(
  current: Stripe.Metadata | null | undefined,
  change: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Metadata {
  if (change === undefined) return current ?? {}
  if (change === null || change === '') return {}
  const entries = Object.entries({ ...current, ...change }).filter(([, value]) => value !== null && value !== '')
  if (entries.length > 50) throw invalidRequest('Metadata can have up to 50 keys.', { param: 'metadata' })
  for (const [key, value] of entries) {
    checkLength('keys', key, 40, 'metadata')
    checkLength('values', String(value), 500, `metadata[${key}]`)
  }
  return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]))
}

function checkLength(what: 'keys' | 'values', text: string, longest: number, param: string): void {
  if (text.length <= longest) return
  throw invalidRequest(
    `Metadata ${what} can have up to ${longest} characters, but you passed in a ${what.slice(0, -1)} that is ${text.length} characters.`,
    { param },
  )
}

/** An empty text removes the value. */
export const updatedText = (change: string | null | undefined, current: string | null | undefined): string | null =>
  change === undefined ? (current ?? null) : change || null

export const isHttpUrl = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)
