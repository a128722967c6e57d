import { expect, test } from 'vitest'
import { kills } from '../src/kills/kills.ts'

test('a server killed while people book and pay, also with its database, keeps every booking it acknowledged and loses no cent', async () => {
  const { figures, findings } = await kills('short', () => {})
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ server: 2, 'server and database': 2, deadlocks: 0 })
  expect(figures['charges']).toBeGreaterThan(0)
})
