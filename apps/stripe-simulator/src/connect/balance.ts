import type Stripe from 'stripe'
import { endpoint, listEndpoint, retrieveEndpoint } from '../api/endpoint.ts'
import { balancesOf } from '../database/balance-transactions.ts'
import * as objects from '../database/objects.ts'

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
    supports: [],
    returns: 'Balance',
    handle: (context) => {
      const balances = balancesOf(context.db, context.account, context.now)
      const all = balances.length > 0 ? balances : [{ currency: 'usd', available: 0, pending: 0 }]
      return {
        object: 'balance' as const,
        available: all.map(({ available, currency }) => funds(available, currency)),
        livemode: false,
        pending: all.map(({ pending, currency }) => funds(pending, currency)),
      }
    },
  }),
  retrieveEndpoint({
    path: '/v1/balance_transactions/:id',
    params: 'BalanceTransactionRetrieveParams',
    returns: 'BalanceTransaction',
    kind: 'balance_transaction',
  }),
  listEndpoint({
    path: '/v1/balance_transactions',
    params: 'BalanceTransactionListParams',
    supports: ['type', 'source', 'currency', 'created'],
    returns: 'BalanceTransaction',
    find: ({ db, account }, { type, source, currency }) =>
      objects.list(db, 'balance_transaction', account, { type, source, currency }),
  }),
]
