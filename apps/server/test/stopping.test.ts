import { rm } from 'node:fs/promises'
import * as auth from '@buy-locals/contracts/auth/operations'
import { registerBusiness } from '@buy-locals/contracts/business/operations'
import { expect, test } from 'vitest'
import { startServer } from './support.ts'

const address = { city: 'Boise', country: 'US' }

test(
  'a server that is stopped under load loses nothing that it acknowledged, and starts again with its data',
  { timeout: 60_000 },
  async () => {
    const first = await startServer({ DEMO: '0' })
    const { dataDir } = first
    await first.market()
    const owner = await first.someone('Owen Owner')
    const acknowledged: string[] = []
    const afterFive = Promise.withResolvers<void>()
    let stopping = false
    const register = async (name: string) => {
      const body = { name, categories: ['shop' as const], address, location: { lat: 43.6, lon: -116.2 } }
      const { id } = await owner.call(registerBusiness, { body })
      if (acknowledged.push(id) === 5) afterFive.resolve()
    }
    const posters = Array.from({ length: 8 }, async (_, n) => {
      for (let m = 0; !stopping; m += 1) {
        // Once the server is stopping it refuses or does not response: neither is an acknowledgement.
        await register(`Shop ${n}-${m}`).catch((error: unknown) => {
          if (!stopping) throw error
        })
      }
    })
    await Promise.race([afterFive.promise, Promise.all(posters)])
    stopping = true
    await first.close()
    await Promise.all(posters)
    expect(acknowledged.length).toBeGreaterThanOrEqual(5)

    const second = await startServer({ DATA_DIR: dataDir, DEMO: '0' })
    const again = await second.someone('Owen Owner')
    await second.drain()
    const { memberships } = await again.call(auth.readMe, {})
    expect(memberships.map(({ scope }) => scope)).toEqual(expect.arrayContaining(acknowledged))
    await second.close()
    await rm(dataDir, { recursive: true })
  },
)
