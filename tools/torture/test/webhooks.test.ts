import { expect, test } from 'vitest'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { webhooks } from '../src/webhooks/webhooks.ts'

test('webhooks may arrive twice, late and in any order, and events may be slow: every run ends with the same states and sums', async () => {
  const { figures, findings } = await webhooks('short', () => {}, folderOnSharedCluster)
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ runs: 2, latePayments: 4 })
  expect(figures['redelivered']).toBeGreaterThan(20)
})
