import { accountLinks } from './connect/account-links.ts'
import { accounts } from './connect/accounts.ts'
import { balance } from './connect/balance.ts'
import { payouts } from './connect/payouts.ts'
import { transferReversals } from './connect/transfer-reversals.ts'
import { transfers } from './connect/transfers.ts'
import { customers } from './customers.ts'
import { charges } from './payments/charges.ts'
import { disputes } from './payments/disputes.ts'
import { paymentIntents } from './payments/payment-intents.ts'
import { paymentMethods } from './payments/payment-methods.ts'
import { refunds } from './payments/refunds.ts'
import { events } from './webhooks/events.ts'
import { webhookEndpoints } from './webhooks/webhook-endpoints.ts'
import type { Endpoint } from './api/endpoint.ts'

export const endpoints: Endpoint[] = [
  ...accountLinks,
  ...accounts,
  ...balance,
  ...charges,
  ...customers,
  ...disputes,
  ...events,
  ...paymentIntents,
  ...paymentMethods,
  ...payouts,
  ...refunds,
  ...transferReversals,
  ...transfers,
  ...webhookEndpoints,
]
