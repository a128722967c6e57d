import type { DatabaseSync } from 'node:sqlite'
import type { Kind, Kinds } from '../books/objects.ts'
import * as objects from '../books/objects.ts'
import { noSuch } from './refusal.ts'

/** Everything an operation may know about who asks, when, and in whose books. */
export type Call = {
  db: DatabaseSync
  now: number
  platform: string
  /** Whose objects are meant: the platform's, or those of the account in `Stripe-Account`. */
  account: string
  /** Where the simulator's own pages are. */
  origin: string
  request: { id: string | null; idempotencyKey: string | null }
}

const nouns: Partial<Record<Kind, string>> = {
  payment_method: 'PaymentMethod',
  webhook_endpoint: 'webhook endpoint',
  transfer_reversal: 'transfer reversal',
  balance_transaction: 'balance transaction',
}

export function existing<K extends Kind>(call: Call, kind: K, id: string, param?: string): Kinds[K] {
  const found = objects.find(call.db, kind, call.account, id)
  if (!found) throw noSuch(nouns[kind] ?? kind, id, param ?? (kind === 'payment_intent' ? 'intent' : 'id'))
  return found
}

/** Expandable fields hold ids in the books. */
export function idOf(field: string | { id: string } | null | undefined): string | null {
  if (!field) return null
  return typeof field === 'string' ? field : field.id
}
