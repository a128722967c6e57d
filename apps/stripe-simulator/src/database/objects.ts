import type { DatabaseSync, SQLOutputValue } from 'node:sqlite'
import type Stripe from 'stripe'

export type Kinds = {
  account: Stripe.Account
  balance_transaction: Stripe.BalanceTransaction
  charge: Stripe.Charge
  customer: Stripe.Customer
  dispute: Stripe.Dispute
  event: Stripe.EventBase
  payment_intent: Stripe.PaymentIntent
  payment_method: Stripe.PaymentMethod
  payout: Stripe.Payout
  refund: Stripe.Refund
  transfer: Stripe.Transfer
  transfer_reversal: Stripe.TransferReversal
  webhook_endpoint: Stripe.WebhookEndpoint
}
export type Kind = keyof Kinds

/** What the simulator needs to know about an object and Stripe would not show. */
export type InternalFields = Record<string, string | number | boolean>

export type Found = { kind: Kind; account: string; document: Kinds[Kind] }

export function insert<K extends Kind>(
  db: DatabaseSync,
  account: string,
  object: Kinds[K],
  internal: InternalFields = {},
): void {
  db.prepare('insert into objects (id, kind, account, created, document, internal) values (?, ?, ?, ?, ?, ?)').run(
    object.id,
    object.object,
    account,
    object.created ?? 0,
    JSON.stringify(object),
    JSON.stringify(internal),
  )
}

export function update<K extends Kind>(db: DatabaseSync, object: Kinds[K]): void {
  db.prepare('update objects set document = ? where id = ?').run(JSON.stringify(object), object.id)
}

export function remove(db: DatabaseSync, id: string): void {
  db.prepare('delete from objects where id = ?').run(id)
}

export function find<K extends Kind>(db: DatabaseSync, kind: K, account: string, id: string): Kinds[K] | undefined {
  const row = db
    .prepare('select document from objects where id = ? and kind = ? and account = ?')
    .get(id, kind, account)
  return row && documentOf<K>(row)
}

export function findAny(db: DatabaseSync, id: string): Found | undefined {
  const row = db.prepare('select kind, account, document from objects where id = ?').get(id)
  return row && { kind: row['kind'] as Kind, account: String(row['account']), document: documentOf<Kind>(row) }
}

/** Newest first, of one account or of all (null). `where` compares top-level fields of the document. */
export function list<K extends Kind>(
  db: DatabaseSync,
  kind: K,
  account: string | null,
  where: Record<string, string | undefined> = {},
): Kinds[K][] {
  const filters = Object.entries(where).flatMap(([field, value]) => (value === undefined ? [] : [{ field, value }]))
  const conditions = filters.map(({ field }) => ` and json_extract(document, '$.${field}') = ?`)
  const inAccount = account === null ? '' : ' and account = ?'
  return db
    .prepare(`select document from objects where kind = ?${inAccount}${conditions.join('')} order by position desc`)
    .all(kind, ...(account === null ? [] : [account]), ...filters.map(({ value }) => value))
    .map((row) => documentOf<K>(row))
}

export function internalFields(db: DatabaseSync, id: string): InternalFields {
  const row = db.prepare('select internal from objects where id = ?').get(id)
  return row ? (JSON.parse(String(row['internal'])) as InternalFields) : {}
}

export function addInternalFields(db: DatabaseSync, id: string, data: InternalFields): void {
  const merged = JSON.stringify({ ...internalFields(db, id), ...data })
  db.prepare('update objects set internal = ? where id = ?').run(merged, id)
}

const documentOf = <K extends Kind>(row: Record<string, SQLOutputValue>) =>
  JSON.parse(String(row['document'])) as Kinds[K]
