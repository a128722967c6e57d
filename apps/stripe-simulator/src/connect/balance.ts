import type Stripe from 'stripe'
import { fundsOf } from '../books/ledger.ts'
import * as objects from '../books/objects.ts'
import { existing } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { createdIn, page } from '../wire/pagination.ts'

const funds = (amount: number, currency: string): Stripe.Balance.Available => ({
  amount,
  currency,
  source_types: { card: amount },
})

export const balance = [
  endpoint({
    method: 'get',
    path: '/v1/balance',
    params: 'BalanceRetrieveParams',
    honours: [],
    returns: 'Balance',
    answer: (call) => {
      const known = fundsOf(call.db, call.account, call.now)
      const all = known.length > 0 ? known : [{ currency: 'usd', available: 0, pending: 0 }]
      return {
        object: 'balance' as const,
        available: all.map(({ available, currency }) => funds(available, currency)),
        livemode: false,
        pending: all.map(({ pending, currency }) => funds(pending, currency)),
      }
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/balance_transactions/:id',
    params: 'BalanceTransactionRetrieveParams',
    honours: [],
    returns: 'BalanceTransaction',
    answer: (call, _, id: string) => existing(call, 'balance_transaction', id),
  }),
  list({
    path: '/v1/balance_transactions',
    params: 'BalanceTransactionListParams',
    honours: ['type', 'source', 'currency', 'created'],
    returns: 'BalanceTransaction',
    answer: (call, { type, source, currency, created, ...cursor }) => {
      const where = { ...(type && { type }), ...(source && { source }), ...(currency && { currency }) }
      const found = objects.all(call.db, 'balance_transaction', call.account, where)
      return page(found.filter(createdIn(created)), cursor, '/v1/balance_transactions')
    },
  }),
]
