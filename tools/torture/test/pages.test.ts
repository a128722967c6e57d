import { expect, test } from 'vitest'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { pages } from '../src/pages/pages.ts'

test('at two servers that are not told of each other’s changes nothing is older than a second, nothing suspended is shown, and nobody sees what is another’s', async () => {
  const { figures, findings } = await pages('short', () => {}, folderOnSharedCluster)
  expect(findings).toEqual([])
  expect(figures['suspensions']).toBeGreaterThan(0)
  expect(figures['reads']).toBeGreaterThan(0)
}, 180_000)
