import { expect, test } from 'vitest'
import { operations } from '@buy-locals/contracts/operations'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { fuzz } from '../src/fuzz/fuzz.ts'

test('whatever is sent, the response is one that the document promises', async () => {
  const { figures, findings } = await fuzz('short', (message) => console.log(message), folderOnSharedCluster)
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ operations: operations.length, 'operations that succeeded': operations.length })
})
