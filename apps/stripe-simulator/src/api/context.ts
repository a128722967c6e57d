import type { DatabaseSync } from 'node:sqlite'
import type { Kind, Kinds } from '../database/objects.ts'
import * as objects from '../database/objects.ts'
import { resourceMissing } from './error.ts'

export type Context = {
  db: DatabaseSync
  now: number
  platform: string
  /** Whose objects are meant: the platform's, or those of the account in `Stripe-Account`. */
  account: string
  /** Where the simulator's own pages are. */
  origin: string
  request: { id: string | null; idempotencyKey: string | null }
}

/** What the work returns is on disk. */
export type InTransaction = <T>(work: (context: Context) => T) => T

const nouns: Partial<Record<Kind, string>> = {
  payment_method: 'PaymentMethod',
  webhook_endpoint: 'webhook endpoint',
  transfer_reversal: 'transfer reversal',
  balance_transaction: 'balance transaction',
}

export function retrieve<K extends Kind>(context: Context, kind: K, id: string, param?: string): Kinds[K] {
  const found = objects.find(context.db, kind, context.account, id)
  if (!found) throw resourceMissing(nouns[kind] ?? kind, id, param ?? (kind === 'payment_intent' ? 'intent' : 'id'))
  return found
}

/** Expandable fields are stored as ids. */
export function idOf(field: string | { id: string } | null | undefined): string | null {
  if (!field) return null
  return typeof field === 'string' ? field : field.id
}
