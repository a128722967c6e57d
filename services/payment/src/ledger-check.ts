import { sql, type Kysely } from 'kysely'
import type { Currency } from '@buy-locals/values/money'
import type { Books } from './books.ts'
import type { Deps } from './deps.ts'
import type { Database } from './persistence/database.ts'

export type LedgerCheck = {
  entries: number
  payments: number
  /** The sentences to print; none where everything adds up. */
  faults: string[]
}

/** Whether the ledger adds up in itself, with the payments, and with what the provider has on record. To be asked when nothing is under way. */
export async function ledgerCheck({ db, provider }: Pick<Deps, 'db' | 'provider'>): Promise<LedgerCheck> {
  const [entries, captured, payments] = [await count(db, 'ledger_entries'), await capturedPayments(db), await sums(db)]
  const books = await provider?.books()
  return {
    entries,
    payments: captured.length,
    faults: [
      ...(await unbalanced(db)),
      ...captured.filter(({ id }) => !payments.has(id)).map(({ id }) => `${id} was paid and has no entries`),
      ...captured.flatMap((payment) => faultsOf(payment, payments.get(payment.id))),
      ...(books ? faultsAgainst(books, payments, await movedByUs(db)) : []),
    ],
  }
}

async function count(db: Kysely<Database>, table: 'ledger_entries'): Promise<number> {
  const row = await db.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow() // prettier-ignore
  return row.count
}

async function unbalanced(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ id: string; currency: string; off: string; entries: string }>`
    select movement.id, coalesce(entry.currency, movement.currency) as currency, coalesce(sum(amount), 0)::text as off,
           string_agg(coalesce(account_id || ' ' || amount, 'no entries'), ', ') as entries
    from ledger_transactions movement left join ledger_entries entry on entry.transaction_id = movement.id
    group by movement.id, coalesce(entry.currency, movement.currency) having coalesce(sum(amount), 0) <> 0 or count(entry.id) < 2`.execute(
    db,
  )
  return rows.map(({ id, currency, off, entries }) => `${id} is out of balance by ${off} ${currency}: ${entries}`)
}

type Paid = { id: string; captured: number; refunded: number }

const capturedPayments = (db: Kysely<Database>): Promise<Paid[]> =>
  db.selectFrom('payments').select(['id', 'captured', 'refunded']).where('captured', '>', 0).execute()

type Sums = { captured: number; held: number; business: number; fee: number; refunded: number; sent: number }

/** Of each payment. `business`: what was credited to it, less what was clawed back, whether recovered or owed. */
async function sums(db: Kysely<Database>): Promise<Map<string, Sums>> {
  const { rows } = await sql<Sums & { id: string }>`
    select payment_id as id,
      coalesce(sum(amount) filter (where account.kind = 'stripe' and movement.kind = 'payment'), 0)::bigint as captured,
      coalesce(-sum(amount) filter (where account.kind = 'held'), 0)::bigint as held,
      coalesce(-sum(amount) filter (where account.kind = 'business' and movement.kind = 'release' and amount < 0), 0)::bigint
        - coalesce(sum(amount) filter (where account.kind = 'debt' and movement.kind = 'claw-back'), 0)::bigint as business,
      coalesce(-sum(amount) filter (where account.kind = 'fee'), 0)::bigint as fee,
      coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('refund', 'refund-failed')), 0)::bigint as refunded,
      coalesce(-sum(amount) filter (where account.kind = 'stripe' and movement.kind in ('transfer', 'reversal')), 0)::bigint as sent
    from ledger_transactions movement
    join ledger_entries entry on entry.transaction_id = movement.id
    join ledger_accounts account on account.id = entry.account_id
    group by payment_id`.execute(db)
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

function faultsOf({ id, captured, refunded }: Paid, entered: Sums | undefined): string[] {
  if (!entered) return []
  const { held, business, fee, refunded: given } = entered
  const divided = held + business + fee + given
  return [
    ...(entered.captured === captured ? [] : [`${id} was paid ${captured}, entered ${entered.captured}`]),
    ...(divided === captured
      ? []
      : [`${id}: ${captured} is not held ${held} + business ${business} + fee ${fee} + refunded ${given}`]),
    ...(refunded <= given ? [] : [`${id} says ${refunded} was given back, entered ${given}`]),
    ...[held, business, fee, given].filter((part) => part < 0).map((part) => `${id} has a part below zero: ${part}`),
  ]
}

async function movedByUs(db: Kysely<Database>): Promise<Map<Currency, number>> {
  const rows = await db
    .selectFrom('ledger_entries')
    .innerJoin('ledger_accounts', 'ledger_accounts.id', 'account_id')
    .select(({ fn }) => ['ledger_entries.currency', fn.sum<string>('amount').as('amount')])
    .where('kind', '=', 'stripe')
    .groupBy('ledger_entries.currency')
    .execute()
  return new Map(rows.map(({ currency, amount }) => [currency as Currency, Number(amount)]))
}

function faultsAgainst(books: Books, payments: Map<string, Sums>, moved: Map<Currency, number>): string[] {
  const none = { captured: 0, refunded: 0, sent: 0 }
  const ofPayments = [...new Set([...books.payments.keys(), ...payments.keys()])].flatMap((id) => {
    const ours = payments.get(id) ?? none
    const theirs = books.payments.get(id) ?? { captured: 0, refunded: 0, transferred: 0 }
    const pairs = [
      ['captured', ours.captured, theirs.captured],
      ['refunded', ours.refunded, theirs.refunded],
      ['transferred', ours.sent, theirs.transferred],
    ] as const
    return pairs.filter(([, a, b]) => a !== b).map(([what, a, b]) => `${id}: we have ${what} ${a}, the provider ${b}`)
  })
  const currencies = [...new Set([...books.moved.keys(), ...moved.keys()])]
  const ofCurrencies = currencies
    .filter((currency) => (books.moved.get(currency) ?? 0) !== (moved.get(currency) ?? 0))
    .map(
      (currency) =>
        `${currency}: ${moved.get(currency) ?? 0} is ours in the ledger, ${books.moved.get(currency) ?? 0} at the provider`,
    )
  const ofBalances = [...books.balances]
    .filter(([, { balance, movements }]) => balance !== movements)
    .map(
      ([currency, { balance, movements }]) =>
        `${currency}: the provider's balance ${balance} is not the sum of its movements ${movements}`,
    )
  return [...ofPayments, ...ofCurrencies, ...ofBalances]
}
