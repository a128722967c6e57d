import { expect, test } from 'vitest'
import { api } from '@buy-locals/api-client/api'
import {
  createRealtimeToken,
  forgotPassword,
  login,
  logout,
  resetPassword,
} from '@buy-locals/contracts/auth/operations'
import type { Operation } from '@buy-locals/contracts/operation'
import { personChannel } from '@buy-locals/contracts/realtime'
import { operations } from '@buy-locals/contracts/operations'
import { requestTo } from '@buy-locals/service-kit/testing/request'
import { newId, type Id, type IdKind } from '@buy-locals/values/ids'
import { connect } from './realtime-support.ts'
import { password, startServer } from './support.ts'

const sensitive = operations.filter((operation: Operation) => operation.sensitive)
/** As if made years ago: what was made a moment ago may still be on its way, and is waited for. */
const oldId = <K extends IdKind>(kind: K) => newId(kind).replace(/_.{6}/, '_01h000') as Id<K>
const ids = {
  ...{ businessId: oldId('business'), personId: oldId('person'), marketId: oldId('market') },
  ...{ invitationId: oldId('invitation'), bookingId: oldId('booking') },
}

/** An open page of that session. */
async function subscribeTo(
  url: string,
  { headers, person }: { headers: { authorization: string }; person: { id: Id<'person'> } },
) {
  const { token } = await api({ baseUrl: url, headers: () => headers })(createRealtimeToken, {})
  const client = await connect(`${url.replace('http', 'ws')}/event/realtime`, token)
  const channel = personChannel(person.id)
  client.subscribe('mine', channel, token)
  await client.receives('subscribe_success', 'mine')
  return { client, token, channel, [Symbol.asyncDispose]: () => client[Symbol.asyncDispose]() }
}

test('signing out and a new password end access tokens wherever something sensitive is done, and what open pages subscribe to', async () => {
  await using server = await startServer({ DEMO: '0', PAYMENTS: 'off' })
  const { url } = server
  await server.someone('Ada Baker')
  const email = 'ada.baker@example.com'
  const anyone = api({ baseUrl: url, headers: () => ({ 'x-client': 'app' }) })
  const signIn = async (its = password) => {
    const { session, person } = await anyone(login, { body: { email, password: its } })
    return { ...session, person, headers: { authorization: `Bearer ${session.accessToken}` } }
  }
  /** The operations that take the token. What they are asked for is of nobody, or wrong. */
  const open = async ({ authorization }: { authorization: string }) => {
    const allowed: string[] = []
    for (const operation of sensitive) {
      const { path, ...request } = requestTo(operation, { params: ids } as never)
      const headers = { ...request.headers, authorization, 'content-type': 'application/json' }
      const body = operation.method === 'get' ? {} : { body: '{}' }
      const { status } = await fetch(url + path, { ...request, ...body, headers })
      if (status !== 401) allowed.push(operation.id)
    }
    return allowed
  }
  const all = sensitive.map(({ id }) => id)
  expect(all.length).toBeGreaterThan(15)
  const [first, second] = [await signIn(), await signIn()]
  expect(await open(first.headers)).toEqual(all)
  await using mine = await subscribeTo(url, first)
  await using other = await subscribeTo(url, second)
  await anyone(logout, { body: { refreshToken: first.refreshToken } })
  await server.drain()
  expect(await open(first.headers)).toEqual([])
  expect((await mine.client.receives('subscribe_error', 'mine')).errors?.[0]?.errorType).toBe('Unauthorized')
  mine.client.subscribe('again', mine.channel, mine.token)
  await mine.client.receives('subscribe_error', 'again')
  other.client.subscribe('second', other.channel, other.token)
  await other.client.receives('subscribe_success', 'second')
  expect(other.client.received.filter(({ type }) => type === 'subscribe_error')).toEqual([])
  expect(await open(second.headers)).toEqual(all)

  await anyone(forgotPassword, { body: { email } })
  await server.drain()
  const inbox = await (await fetch(`${url}/dev/inbox`)).text()
  const token = /reset-password#([\w-]+)/.exec(inbox)?.[1] ?? ''
  await anyone(resetPassword, { body: { token, password: 'seven quiet lighthouses' } })
  await server.drain()
  expect(await open(second.headers)).toEqual([])
  expect(await open((await signIn('seven quiet lighthouses')).headers)).toEqual(all)

  const third = await signIn('seven quiet lighthouses')
  await api({ baseUrl: url, headers: () => third.headers })(logout, {})
  await server.drain()
  expect(await open(third.headers)).toEqual([])
})
