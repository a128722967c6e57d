import type { Router } from 'express'
import * as api from '@buy-locals/contracts/payment/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { lastId, readAll } from '@buy-locals/service-kit/read-all'
import { text } from '@buy-locals/service-kit/reply'
import type { Deps } from '../deps.ts'
import { toPayeeData } from '../domain/event-data.ts'
import * as payees from '../persistence/payee-repository.ts'
import * as refusedPayments from '../persistence/refused-payments.ts'
import { listMovements } from '../persistence/statements.ts'
import { onboardPayee } from '../use-cases/onboard-payee.ts'
import { payBooking } from '../use-cases/pay-booking.ts'
import { readBalance } from '../use-cases/read-balance.ts'
import { readEarnings } from '../use-cases/read-earnings.ts'
import { readReceipt } from '../use-cases/read-receipt.ts'
import { receiveWebhook } from '../use-cases/receive-webhook.ts'
import { csvHeader, movementsAsCsv, presentMovement, presentReceipt } from './present.ts'

const maxCsvRows = 10_000

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.payBooking, deps, ({ params, ...requester }) => payBooking(deps, { ...params, requester }))
  mount(router, api.readReceipt, deps, async ({ params, ...requester }) =>
    presentReceipt(await readReceipt(deps, params.bookingId, requester)),
  )
  mount(router, api.stripeWebhook, deps, async ({ body, caller }) => {
    await receiveWebhook(deps, body, caller.header('stripe-signature'))
    return { received: true as const }
  })

  mount(router, api.onboardPayee, deps, async ({ actor, params }) => ({
    onboardingUrl: await onboardPayee(deps, params.businessId, actor.id),
  }))
  mount(router, api.readPayee, deps, async ({ params }) => toPayeeData(await payees.find(db, params.businessId)))
  mount(router, api.readBalance, deps, ({ params }) => readBalance(deps, params.businessId))
  mount(router, api.readEarnings, deps, ({ params }) => readEarnings(deps, params.businessId))
  mount(router, api.listTransactions, deps, async ({ params, query: { format, limit, cursor }, reply }) => {
    const { businessId } = params
    if (format === 'csv') {
      reply.header('content-disposition', 'attachment; filename="transactions.csv"')
      const parts = await readAll(async (before: string | undefined, count) => {
        const found = await listMovements(db, businessId, { before, limit: count })
        return { items: [movementsAsCsv(found)], next: lastId(found, count) }
      }, maxCsvRows)
      return text('text/csv', [csvHeader, ...parts].join(''))
    }
    const before = readIdCursor('entry', cursor)
    const { items, ...more } = toPage(await listMovements(db, businessId, { before, limit: limit + 1 }), limit)
    return { items: items.map(presentMovement), ...more }
  })
  mount(router, api.listRefusedPayments, deps, async ({ params: { marketId }, query: { limit, cursor } }) =>
    toPage(await refusedPayments.listPage(db, marketId, limit + 1, readIdCursor('payment', cursor)), limit),
  )
}
