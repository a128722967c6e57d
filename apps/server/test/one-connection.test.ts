import { expect, test } from 'vitest'
import { startServer } from './support.ts'

test('inside a transaction nothing of a server takes another connection, a limit that is counted there neither', async () => {
  await using server = await startServer({ DEMO: '0', PAYMENTS: 'off' })
  const { db, throttle } = server.composed.auth
  const consume = () => throttle.consume('test', 'ada', { points: 1, seconds: 60 })
  await consume()
  await expect(db.transaction().execute(consume)).rejects.toThrow('A transaction is open')
})
