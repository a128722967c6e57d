import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { Router } from 'express'
import { application } from '@buy-locals/service-kit/application'
import { createLog } from '@buy-locals/service-kit/log'
import { gateway } from '../src/gateway.ts'

async function startGateway() {
  const log = createLog({ level: 'silent' })
  const front = gateway({ connect: [], stripe: false, https: false, limitFactor: 1 })
  const back = Router().post('/v1/auth/login', (_req, res) => void res.json({ isIn: true }))
  const server = application({ services: [{ router: front }, { router: back }], log }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    tryOften: async (path: string, times: number) => {
      const statuses: number[] = []
      for (let i = 0; i < times; i++) statuses.push((await fetch(url + path, { method: 'POST' })).status)
      return statuses
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

test('however a path is written, it counts against the limit of its operation', async () => {
  await using house = await startGateway()
  expect(new Set(await house.tryOften('/v1/auth/login', 40))).toEqual(new Set([200]))
  for (const path of ['/v1/auth/login', '/v1/auth/LOGIN', '/V1/auth/login', '/v1/auth/login/', '//v1/auth/login']) {
    expect([path, await house.tryOften(path, 1)]).not.toEqual([path, [200]])
  }
})
