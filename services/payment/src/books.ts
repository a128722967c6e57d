import type { Currency } from '@buy-locals/values/money'

/** What the provider has on record of our payments, in our units; by the ids that we gave it. */
export type Books = {
  payments: Map<string, { captured: number; refunded: number; transferred: number }>
  /** Charges, refunds and transfers, before the provider's own fees. */
  moved: Map<Currency, number>
  /** What its balance and the list of its movements say, fees and payouts included: they are the same. */
  balances: Map<Currency, { balance: number; movements: number }>
}
