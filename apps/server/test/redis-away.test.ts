import { setTimeout } from 'node:timers/promises'
import { api } from '@buy-locals/api-client/api'
import { login, readMe } from '@buy-locals/contracts/auth/operations'
import { searchBusinesses, registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect, onTestFinished, test } from 'vitest'
import { folderOnSharedCluster } from '../src/testing/shared-cluster.ts'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { password, startServer } from './support.ts'

const address = { city: 'Boise', country: 'US' }
const location = { lat: 43.6, lon: -116.2 }

test.skipIf(!hasRedis)('no request fails or waits while Redis is killed, away, restarted and stopped', async () => {
  await using folder = await folderOnSharedCluster()
  const redis = await startRedis()
  await using server = await startServer({ ...folder.environment, DEMO: '0', REDIS_URL: redis.url, PAYMENTS: 'off' })
  await server.market()
  const ada = await server.someone('Ada Redis')
  const anyone = api({ baseUrl: server.url })
  const times: number[] = []
  let isOver = false
  const measured = async (request: () => Promise<unknown>) => {
    const began = performance.now()
    await request()
    times.push(performance.now() - began)
  }
  const visit = async (n: number) => {
    for (let m = 0; !isOver; m++) {
      await measured(() => anyone(searchBusinesses, { query: { near: '43.6,-116.2', radius: 5_000 } }))
      await measured(() => ada.call(readMe, {}))
      if (m % 10 === 0) await measured(() => anyone(login, { body: { email: 'ada.redis@example.com', password } }))
      if (m % 10 === 5) await measured(() => ada.call(registerBusiness, { body: { name: `Shop ${n}-${m}`, categories: ['shop'], address, location } })) // prettier-ignore
      await setTimeout(20)
    }
  }
  const visitors = Promise.all([1, 2, 3].map(visit))
  const stages = async () => {
    await setTimeout(200)
    await redis.stop()
    await setTimeout(500)
    const again = await startRedis(redis.port)
    onTestFinished(again.stop)
    await setTimeout(300)
    again.pause()
    await setTimeout(2_500)
    again.resume()
    await setTimeout(500)
    while (times.length <= 50) await setTimeout(50)
    isOver = true
  }
  await Promise.all([visitors, stages()])
  expect(Math.max(...times)).toBeLessThan(2_000)
})
