import { setTimeout } from 'node:timers/promises'
import { realtime } from '@buy-locals/api-client/realtime'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { readPayee } from '@buy-locals/contracts/payment/operations'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { Expect } from '../report.ts'
import { always } from '../two-towns/shops.ts'
import type { TwoTowns } from '../two-towns/two-towns.ts'

/** A manager with open screens and a good token is dismissed: how long until every service and the hub have noticed. */
export async function dismiss({ ask, people, ours }: TwoTowns, expect: Expect) {
  const params = { businessId: ours.id }
  const { realtime: at } = await ask(undefined, readConfig, {})
  let refusedAt: number | undefined
  let stands = false
  const client = realtime({ ...at, token: async () => (await ask('manager', auth.createRealtimeToken, {})).token })
  const channel = `/business/${ours.id.replace('_', '-')}`
  client.subscribe(channel, () => {}, {
    onResume: () => (stands = true),
    onRefused: () => (refusedAt ??= performance.now()),
  })
  await until(() => stands)
  expect(stands, 'The manager could not listen to the business')
  const day = { query: { from: '2026-01-01', to: '2026-01-02' } }
  const asManager = [
    () => ask('manager', auth.listMembers, { params }),
    () => ask('manager', booking.listBusinessBookings, { params, ...day }),
    () => ask('manager', business.changeHours, { params, body: always }),
    () => ask('manager', readPayee, { params }),
  ]
  for (const attempt of asManager)
    expect((await attempt().then(() => 0, statusOf)) === 0, 'A manager could not do what managers do')
  const began = performance.now()
  await ask('owner', auth.removeMember, { params: { ...params, personId: people.manager.id } })
  const isOut = async () => {
    for (const attempt of asManager) if ((await attempt().then(() => 0, statusOf)) !== 404) return false
    return true
  }
  while (!(await isOut()) && performance.now() - began < 5_000) await setTimeout(10)
  const outAfterMs = Math.round(performance.now() - began)
  await until(() => refusedAt !== undefined)
  client.close()
  const closedAfterMs = Math.round((refusedAt ?? Infinity) - began)
  expect(outAfterMs < 1_000, `A dismissed manager was still in after ${outAfterMs} ms`)
  expect(closedAfterMs < 1_000, `A dismissed manager still heard the business after ${closedAfterMs} ms`)
  const { memberships } = await ask('manager', auth.readMe, {})
  expect(!memberships.some(({ scope }) => scope === ours.id), 'The dismissed manager is told to be one')
  return { outAfterMs, closedAfterMs }
}

const statusOf = (error: unknown): number => {
  if (error instanceof Refusal) return error.status
  throw error
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds() && waited < 5_000; waited += 10) await setTimeout(10)
}
