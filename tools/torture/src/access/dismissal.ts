import { realtime } from '@buy-locals/api-client/realtime'
import { Refusal } from '@buy-locals/api-client/refusal'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { readPayee } from '@buy-locals/contracts/payment/operations'
import { poll } from '../poll.ts'
import type { Expect } from '../report.ts'
import { alwaysOpen } from '../seed.ts'
import type { TwoMarkets } from '../two-markets/two-markets.ts'

const patience = { everyMs: 10, forMs: 5_000 }

/** Dismisses a manager with an open screen and a valid token. Returns how long every service and the hub take to refuse them. */
export async function dismissManager({ callAs, people, ours }: TwoMarkets, expect: Expect) {
  const params = { businessId: ours.id }
  const { realtime: addresses } = await callAs(undefined, readConfig, {})
  let refusedAt: number | undefined
  let isSubscribed = false
  const token = () => callAs('manager', auth.createRealtimeToken, {})
  const client = realtime({ ...addresses, token })
  const channel = `/business/${ours.id.replace('_', '-')}`
  client.subscribe(channel, () => {}, {
    onResume: () => (isSubscribed = true),
    onRefused: () => (refusedAt ??= performance.now()),
  })
  await poll(() => isSubscribed, patience)
  expect(isSubscribed, 'The manager could not subscribe to the business')
  const day = { query: { from: '2026-01-01', to: '2026-01-02' } }
  const calls = [
    () => callAs('manager', auth.listMembers, { params }),
    () => callAs('manager', booking.listBusinessBookings, { params, ...day }),
    () => callAs('manager', business.changeHours, { params, body: alwaysOpen }),
    () => callAs('manager', readPayee, { params }),
  ]
  const refusalOf = async (call: () => Promise<unknown>) => call().then(() => undefined, statusOf)
  for (const call of calls)
    expect((await refusalOf(call)) === undefined, 'A manager could not call an operation of managers')
  const began = performance.now()
  await callAs('owner', auth.removeMember, { params: { ...params, personId: people.manager.id } })
  const isRefusedEverywhere = async () => {
    for (const call of calls) if ((await refusalOf(call)) !== 404) return false
    return true
  }
  await poll(isRefusedEverywhere, patience)
  const refusedAfterMs = Math.round(performance.now() - began)
  await poll(() => refusedAt !== undefined, patience)
  client.close()
  const unsubscribedAfterMs = Math.round((refusedAt ?? Infinity) - began)
  expect(refusedAfterMs < 1_000, `A dismissed manager still had access after ${refusedAfterMs} ms`)
  expect(unsubscribedAfterMs < 1_000, `A dismissed manager was still subscribed after ${unsubscribedAfterMs} ms`)
  const { memberships } = await callAs('manager', auth.readMe, {})
  expect(!memberships.some(({ scope }) => scope === ours.id), 'The dismissed manager still has the membership')
  return { refusedAfterMs, unsubscribedAfterMs }
}

function statusOf(error: unknown): number {
  if (error instanceof Refusal) return error.status
  throw error
}
