import { expect, test } from 'vitest'
import { reminders } from '../src/reminders/reminders.ts'

test('reminders that are due at once all go out, and none twice, also where the server is killed in the middle of them', async () => {
  const { figures, findings } = await reminders('short', () => {})
  expect(findings).toEqual([])
  expect(figures['kills']).toBe(1)
})
