import { expect, test } from 'vitest'
import * as api from '@buy-locals/contracts/payment/operations'
import { startPayment, usd } from './support.ts'

test('every movement of money is listed, the newest first, page by page', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  await payment.cancelBooking(bookingId, 5_000)
  await payment.drain()
  await payment.advance('PT48H')
  const params = { businessId: payment.businessId }
  const list = (query: { limit?: number; cursor?: string }) =>
    payment.call(api.listTransactions, { params, query }, { as: payment.manager })
  const { body } = await list({})
  expect(body.items.map(({ kind, gross, fee, net }) => [kind, gross.amount, fee.amount, net.amount])).toEqual([
    ['release', 2250, 113, 2137],
    ['refund', -2250, -112, -2138],
    ['payment', 4500, 225, 4275],
  ])
  expect(body.items[0]).toMatchObject({ bookingId, description: 'Haircut', gross: usd(2250) })
  const first = (await list({ limit: 2 })).body
  const second = (await list({ limit: 2, ...(first.nextCursor && { cursor: first.nextCursor }) })).body
  expect([...first.items, ...second.items]).toEqual(body.items)
  expect(second.nextCursor).toBeUndefined()
})

test('in a spreadsheet, names that begin with = are harmless', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking({ serviceName: '=HYPERLINK("http://evil.example"), cut' })
  const query = { format: 'csv' } as const
  const response = await payment.call(
    api.listTransactions,
    { params: { businessId: payment.businessId }, query },
    { as: payment.owner },
  )
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head, row] = (response.body as unknown as string).split('\r\n')
  expect(head).toBe('id,at,kind,booking,description,gross,fee,net,currency')
  expect(row).toContain(`,payment,${bookingId},"'=HYPERLINK(""http://evil.example""), cut",45.00,2.25,42.75,USD`)
})

test('the owner of another business gets 404, staff get 403', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  const params = { businessId: payment.businessId }
  for (const operation of [api.readBalance, api.readPayee, api.listTransactions]) {
    expect((await payment.call(operation, { params }, { as: payment.owner })).status).toBe(200)
    expect((await payment.call(operation, { params }, { as: payment.stranger })).status).toBe(404)
    expect((await payment.call(operation, { params }, { as: payment.staff })).status).toBe(403)
  }
  expect((await payment.call(api.onboardPayee, { params }, { as: payment.manager })).status).toBe(403)
  const receiptFor = async (as: typeof payment.owner) =>
    (await payment.call(api.readReceipt, { params: { bookingId } }, { as })).status
  expect(await receiptFor(payment.consumer)).toBe(200)
  expect(await receiptFor(payment.staff)).toBe(200)
  expect(await receiptFor(payment.stranger)).toBe(404)
})

test('receipts are numbered without gaps, also when many are paid at once', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const bookings = await Promise.all(Array.from({ length: 6 }, () => payment.holdBooking()))
  await Promise.all(
    bookings.map(async (id) => {
      const { body } = await payment.pay(id)
      await payment.confirmCard(body.paymentIntentId)
    }),
  )
  await payment.stripe.delivered()
  await Promise.all([payment.runJobs(), payment.runJobs(), payment.runJobs()])
  await payment.drain()
  const receipts = await Promise.all(bookings.map(async (id) => (await payment.readReceipt(id)).number))
  expect(receipts.toSorted()).toEqual([1, 2, 3, 4, 5, 6].map((number) => `BOISE-00000${number}`))
})

test('the receipt says what was bought, when, and by which card', async () => {
  await using payment = await startPayment()
  await payment.onboardBusiness()
  const { bookingId } = await payment.paidBooking()
  expect(await payment.readReceipt(bookingId)).toMatchObject({
    number: 'BOISE-000001',
    businessName: 'Clip Joint',
    serviceName: 'Haircut',
    start: '2026-03-21T16:00:00Z',
    total: usd(4500),
    funds: 'held',
    card: { brand: 'visa', last4: '4242' },
  })
  const unpaid = await payment.holdBooking()
  const params = { bookingId: unpaid }
  expect((await payment.call(api.readReceipt, { params }, { as: payment.consumer })).status).toBe(404)
})
