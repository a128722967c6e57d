import type Stripe from 'stripe'
import { invalid } from './refusal.ts'

/** An empty value removes a key; an empty `metadata` removes all. */
export function merged(
  current: Stripe.Metadata | null,
  change: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Metadata {
  if (change === undefined) return current ?? {}
  if (change === null || change === '') return {}
  const entries = Object.entries({ ...current, ...change }).filter(([, value]) => value !== null && value !== '')
  if (entries.length > 50) throw invalid('Metadata can have up to 50 keys.', { param: 'metadata' })
  return Object.fromEntries(entries.map(([key, value]) => [nameOf(key), valueOf(key, String(value))]))
}

function nameOf(key: string): string {
  if (key.length > 40)
    throw invalid(
      `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters.`,
      { param: 'metadata' },
    )
  return key
}

function valueOf(key: string, value: string): string {
  if (value.length > 500) {
    throw invalid(
      `Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters.`,
      {
        param: `metadata[${key}]`,
      },
    )
  }
  return value
}
