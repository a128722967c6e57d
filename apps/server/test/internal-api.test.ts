import { Router } from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readBusiness, searchBusinesses } from '@buy-locals/contracts/business/operations'
import { Problem } from '@buy-locals/contracts/problem'
import { systemClock } from '@buy-locals/service-kit/clock'
import { createLog } from '@buy-locals/service-kit/log'
import { mount, type Edge } from '@buy-locals/service-kit/mount'
import type { SharedReads } from '@buy-locals/service-kit/service'
import { openInternalApi } from '../src/internal-api.ts'

/** A service without a database, and the requests that reach it. */
async function openApi(respond: () => Promise<unknown>) {
  const requests: string[] = []
  const inputs: unknown[] = []
  const sharedReads: SharedReads = new Map()
  const router = Router().use((req, _res, next) => {
    requests.push(req.url)
    next()
  })
  const deps = { sharedReads, clock: systemClock, allowedOrigins: [] } as unknown as Edge
  mount(router, searchBusinesses, deps, (call) => (inputs.push(call.query), respond() as never))
  mount(router, readBusiness, deps, (call) => (inputs.push(call.params), respond() as never))
  const internal = await openInternalApi({ services: [{ router }], sharedReads, log: createLog({ level: 'silent' }) })
  onTestFinished(() => internal.close())
  return { internal, requests, inputs }
}

test('what all strangers are answered alike is read without a request, as the address of one would ask for it', async () => {
  const found = { items: [], facets: { category: [] }, secret: 'of ours' }
  const { internal, requests, inputs } = await openApi(async () => found)
  const query = { near: '43.6,-116.2', radius: 15_000, limit: 18, q: undefined } as const
  expect(await internal.readShared(searchBusinesses, { query })).toEqual({ items: [], facets: { category: [] } })
  expect(requests).toEqual([])
  await fetch(`${internal.url}/v1/businesses?near=43.6,-116.2&radius=15000&limit=18`)
  expect(requests).toHaveLength(1)
  expect(inputs[0]).toEqual(inputs[1])
})

test('a refusal says the same without a request, and what is our own fault or not there yet is inputs for by one', async () => {
  let thrown: Error = new Problem('not-found', 'There is no such business')
  const { internal, requests } = await openApi(() => Promise.reject(thrown))
  const read = () =>
    internal.readShared(readBusiness, { params: { businessId: 'corner-cuts' } }).catch((error) => error)
  const refusal = (await read()) as Refusal
  expect(refusal).toBeInstanceOf(Refusal)
  expect(refusal).toMatchObject({ status: 404, code: 'not-found', message: 'There is no such business' })
  expect(requests).toEqual([])
  thrown = new Error('the disk is full')
  expect(await read()).toMatchObject({ status: 500, code: 'internal' })
  expect(requests).toHaveLength(1)
})
