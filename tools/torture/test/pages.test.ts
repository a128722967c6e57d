import { expect, test } from 'vitest'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { pages } from '../src/pages/pages.ts'

test('at two servers that are not told of each other’s changes nothing is older than a second, nothing suspended is shown, what is published is seen, and nobody sees what is another’s', async () => {
  const { figures, findings } = await pages('short', () => {}, folderOnSharedCluster)
  expect(findings).toEqual([])
  for (const done of ['suspensions', 'names', 'descriptions', 'prices', 'reviews', 'reads'])
    expect([done, figures[done]]).toEqual([done, expect.toSatisfy((count: number) => count > 0)])
}, 180_000)
