import { expect, test } from 'vitest'
import { operations } from '@buy-locals/contracts/operations'
import { access } from '../src/access/access.ts'

test('everybody may what the contract says and nothing else, a dismissed manager at once nothing at all', async () => {
  const { figures, findings } = await access('short', () => {})
  expect(findings).toEqual([])
  expect(figures).toMatchObject({ operations: operations.length, 'refusals without a success': 0 })
  expect(figures['asked']).toBeGreaterThan(operations.length * 11)
}, 180_000)
