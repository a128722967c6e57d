import { expect, test } from 'vitest'
import { operations } from '@buy-locals/contracts/operations'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { access } from '../src/access/access.ts'

test('every caller may do what the contract says and nothing else, and a dismissed manager loses access within a second', async () => {
  const { figures, findings } = await access('short', () => {}, folderOnSharedCluster)
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ operations: operations.length, 'refusals without a success': 0 })
  expect(figures['requests']).toBeGreaterThan(operations.length * 11)
}, 180_000)
