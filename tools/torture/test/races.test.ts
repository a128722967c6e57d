import { expect, test } from 'vitest'
import { folderOnSharedCluster } from '@buy-locals/server/testing/shared-cluster'
import { races } from '../src/races/races.ts'

test('however many people request the same time, room or seat at once, each is booked once and the others are offered alternatives', async () => {
  const { figures, findings } = await races('short', () => {}, folderOnSharedCluster)
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ rounds: 16, posts: 631, deadlocks: 0 })
})
