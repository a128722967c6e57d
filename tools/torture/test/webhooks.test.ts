import { expect, test } from 'vitest'
import { webhooks } from '../src/webhooks/webhooks.ts'

test("Stripe's letters may come again, late and in any order, and facts may be slow: every day ends with the same states and sums", async () => {
  const { figures, findings } = await webhooks('short', () => {})
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ days: 2, latePayments: 4 })
  expect(figures['redelivered']).toBeGreaterThan(20)
}, 180_000)
