import { existsSync } from 'node:fs'
import { api } from '@buy-locals/api-client/api'
import { codeAt } from '@buy-locals/auth/totp'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { onboardPayee } from '@buy-locals/contracts/payment/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { expect, test } from 'vitest'
import { ownFolder } from '../src/testing/folder.ts'
import { command } from './command.ts'
import { openShop, password, startServer, type Server, type Someone } from './support.ts'

const refused = (request: Promise<unknown>): Promise<unknown> =>
  request.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? error,
  )

const now = ({ composed }: Server) => composed.auth.clock()

/** Returns the secret, and how they call with the session that has begun. */
async function turnOn(server: Server, { call }: Someone) {
  const { secret } = await call(auth.startSecondFactor, { body: { password } })
  const { session } = await call(auth.turnOnSecondFactor, { body: { code: codeAt(secret, now(server)) } })
  return { secret, call: callWith(server, session) }
}

const callWith = ({ url }: Server, session: Output<typeof auth.login>['session']) =>
  api({ baseUrl: url, headers: () => ({ authorization: `Bearer ${session.accessToken}` }), patience: 10 })

test('where operators need a second factor, no service lets a session without one operate, and none is locked out', async () => {
  await using server = await startServer({ SECOND_FACTOR: 'required', PAYMENTS: 'off' })
  const { id: marketId } = await server.market()
  const admin = await server.someone('Ada Admin', { scope: 'platform', role: 'admin' })
  const operator = await server.someone('Opal Operator', { scope: marketId, role: 'operator' })
  const stranger = await server.someone('Sam Stranger')
  await server.drain()
  const list = business.listMarketBusinesses
  for (const { call } of [admin, operator])
    expect(await refused(call(list, { params: { marketId } }))).toBe('auth/second-factor-required')
  expect(await refused(stranger.call(list, { params: { marketId } }))).toBe('not-found')
  expect((await operator.call(auth.readMe, {})).memberships).toHaveLength(1)
  expect(await operator.call(auth.readSecondFactor, {})).toEqual({ isOn: false, isRequired: true })
  const { call } = await turnOn(server, operator)
  expect(await refused(call(list, { params: { marketId } }))).toBe('done')
  expect(await refused(call(auth.turnOffSecondFactor, {}))).toBe('auth/second-factor-required')
})

test('an owner with a second factor shows it again before payouts and logins change, in every service', async () => {
  await using server = await startServer()
  const { owner, businessId } = await openShop(server, async () => ({}))
  const params = { businessId }
  const { secret, call } = await turnOn(server, owner)
  const invite = (as: typeof call) =>
    as(auth.addMember, { params, body: { email: 'new@example.com', role: 'staff' as const } })
  expect(await refused(invite(call))).toBe('done')
  await server.advance('PT11M')
  expect(await refused(call(onboardPayee, { params }))).toBe('auth/confirmation-needed')
  expect(await refused(invite(call))).toBe('auth/confirmation-needed')
  const { session } = await call(auth.confirmIdentity, { body: { code: codeAt(secret, now(server)) } })
  const confirmed = callWith(server, session)
  expect(await refused(invite(confirmed))).toBe('done')
  expect(await refused(confirmed(onboardPayee, { params }))).toBe('done')
})

test('beside a running server the command turns it off for whoever has lost everything, once, and makes no database of a mistyped folder', async () => {
  await using server = await startServer({ PAYMENTS: 'off' }, { openFolder: ownFolder })
  const { call } = await turnOn(server, await server.someone('Ada Baker'))
  const off = (email: string, DATA_DIR = server.dataDir) => command('second-factor-off', [email], { DATA_DIR })
  const elsewhere = `${server.dataDir}-mistyped`
  const mistyped = await off('ada.baker@example.com', elsewhere)
  expect(mistyped).toMatchObject({ code: 1, err: expect.stringContaining(`no database in ${elsewhere}`) as string })
  expect(existsSync(elsewhere)).toBe(false)
  const nobody = await off('ada.barker@example.com')
  expect(nobody).toEqual({ code: 1, out: '', err: 'No account has the address ada.barker@example.com.\n' })
  expect(await refused(call(auth.readSecondFactor, {}))).toBe('done')

  expect(await off('Ada.Baker@example.com')).toMatchObject({ code: 0, err: '' })
  await server.drain()
  expect(await refused(call(auth.readSecondFactor, {}))).toBe('unauthenticated')
  const again = await server.someone('Ada Baker') // with the password alone
  expect(await again.call(auth.readSecondFactor, {})).toMatchObject({ isOn: false })
  const inbox = `${server.url}/dev/inbox?to=ada.baker@example.com`
  const { items } = (await (await fetch(inbox, { headers: { accept: 'application/json' } })).json()) as { items: { subject: string }[] } // prettier-ignore
  expect(items.map(({ subject }) => subject)).toContain('Two-step verification is off')
  expect(await off('ada.baker@example.com')).toMatchObject({ code: 1, err: expect.stringContaining('is not on') as string }) // prettier-ignore
})
