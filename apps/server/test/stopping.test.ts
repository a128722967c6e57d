import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
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
    const answers = Array.from({ length: 40 }, async (_, n) => {
      await setTimeout(n * 5)
      const body = { name: `Shop ${n}`, categories: ['shop' as const], address, location: { lat: 43.6, lon: -116.2 } }
      return owner.call(registerBusiness, { body }).then(
        ({ id }) => id,
        () => undefined, // refused because the server was stopping: it said so, or did not answer
      )
    })
    await setTimeout(60)
    await first.close()
    const acknowledged = (await Promise.all(answers)).filter((id) => id !== undefined)
    expect(acknowledged.length).toBeGreaterThan(3)

    const second = await startServer({ DATA_DIR: dataDir, DEMO: '0' })
    const again = await second.someone('Owen Owner')
    await second.settle()
    const { memberships } = await again.call(auth.readMe, {})
    expect(memberships.map(({ scope }) => scope)).toEqual(expect.arrayContaining(acknowledged))
    await second.close()
    await rm(dataDir, { recursive: true })
  },
)
