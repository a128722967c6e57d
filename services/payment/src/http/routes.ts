import type { Router } from 'express'
import * as api from '@buy-locals/contracts/payment/operations'
import { readIdCursor, toPage } from '@buy-locals/service-kit/cursor'
import { mount } from '@buy-locals/service-kit/mount'
import { text } from '@buy-locals/service-kit/reply'
import type { Deps } from '../deps.ts'
import { present } from '../domain/payee.ts'
import { knownBusiness } from '../known.ts'
import * as payees from '../persistence/payees.ts'
import * as statements from '../persistence/statements.ts'
import { hearWebhook } from '../use-cases/hear-webhook.ts'
import { onboardPayee } from '../use-cases/onboard-payee.ts'
import { payBooking } from '../use-cases/pay-booking.ts'
import { readReceipt } from '../use-cases/read-receipt.ts'
import { asCsv, presentMovement, presentReceipt } from './present.ts'

const rowsOfTable = 10_000

export function addRoutes(router: Router, deps: Deps): void {
  const { db } = deps

  mount(router, api.payBooking, deps, ({ params, ...requester }) => payBooking(deps, { ...params, requester }))
  mount(router, api.readReceipt, deps, async ({ params, ...requester }) =>
    presentReceipt(await readReceipt(deps, params.bookingId, requester)),
  )
  mount(router, api.stripeWebhook, deps, async ({ body, caller }) => {
    await hearWebhook(deps, body, caller.header('stripe-signature'))
    return { received: true as const }
  })

  mount(router, api.onboardPayee, deps, async ({ actor, params }) => ({
    onboardingUrl: await onboardPayee(deps, params.businessId, actor.id),
  }))
  mount(router, api.readPayee, deps, async ({ params }) => present(await payees.find(db, params.businessId)))
  mount(router, api.readBalance, deps, async ({ params: { businessId } }) => {
    const { currency } = await knownBusiness(db, businessId)
    return statements.balanceOf(db, businessId, currency)
  })
  mount(
    router,
    api.listTransactions,
    deps,
    async ({ params: { businessId }, query: { format, limit, cursor }, reply }) => {
      if (format === 'csv') {
        reply.header('content-disposition', 'attachment; filename="transactions.csv"')
        return text('text/csv', asCsv(await statements.movementsOf(db, businessId, { limit: rowsOfTable })))
      }
      const before = readIdCursor('entry', cursor)
      const { items, ...more } = toPage(
        await statements.movementsOf(db, businessId, { before, limit: limit + 1 }),
        limit,
      )
      return { items: items.map(presentMovement), ...more }
    },
  )
}
