import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { act, screen, userEvent, waitFor } from '@testing-library/react-native'
import { QueryClient } from '@tanstack/react-query'
import { Dimensions, Text } from 'react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { bringStorage } from '@buy-locals/client/device-storage'
import { forgetAll, readKept } from '@buy-locals/client/stored-text'
import { createRealtimeToken, readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { listBusinessBookings, listServices } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { readConfig } from '@buy-locals/contracts/host/operations'
import { newId } from '@buy-locals/values/ids'
import { aBusiness, aPerson, aService } from '@buy-locals/features/testing/examples'
import { BoardScreen } from '../src/owner/board/board-screen'
import { keepForOffline } from '../src/server/keep-for-offline'
import { lastBusiness } from '../src/owner/last-business'
import { ForMembers, MemberProvider } from '../src/owner/member-gate'
import { MoreScreen } from '../src/owner/more-screen'
import { useReturnToBusiness } from '../src/owner/use-return-to-business'
import { AccountScreen } from '../src/session/account-screen'
import { afternoon, startOwner, today } from './owner'
import { startScreen } from './support'

const mockRoute = { path: '/', replaced: [] as string[] }
jest.mock('expo-router', () => ({
  Stack: { Screen: () => null },
  router: { replace: (href: string) => mockRoute.replaced.push(href) },
  usePathname: () => mockRoute.path,
}))

beforeEach(() => {
  jest.setSystemTime(new Date(afternoon))
})
afterEach(() => {
  forgetAll()
  Object.assign(mockRoute, { path: '/', replaced: [] })
})

const at = (start: string, end: string) => ({ start: `2026-11-24T${start}:00Z`, end: `2026-11-24T${end}:00Z` })

test('only a member finds the way to their businesses', async () => {
  const app = await startScreen()
  app.respond(readMe, aPerson())
  const { unmount } = await app.show(<AccountScreen />)
  expect(await screen.findByRole('button', { name: 'Sign out' })).toBeTruthy()
  expect(screen.queryByText('Your businesses')).toBeNull()
  await unmount()
  app.forget()
  const [shop, bakery] = [aBusiness(), aBusiness({ name: 'Bakery' })]
  app.respond(readMe, aPerson({ memberships: [{ scope: shop.id, role: 'owner' }, { scope: bakery.id, role: 'staff' }] })) // prettier-ignore
  app.respond(readBusiness, ({ params }) => (params.businessId === shop.id ? shop : bakery))
  await app.show(<AccountScreen />)
  await userEvent.press(await screen.findByRole('link', { name: /Bakery.*Staff/ }))
  expect(screen.getByRole('link', { name: /Fenwick.*Owner/ })).toBeTruthy()
  expect(app.followed).toEqual([`/businesses/${bakery.id}`])
  app.end()
})

test('an owner sees the day of everybody by time, with a line where it is now', async () => {
  const app = await startOwner()
  app.respondBoard([
    app.visit('Cleo', at('22:00', '22:30')),
    app.visit('Dan', { ...at('17:00', '17:30'), staffId: app.ben.id }),
    app.visit('Eve', { ...at('18:00', '18:30'), status: 'cancelled' }),
  ])
  await app.open(<BoardScreen />)
  expect(await screen.findByText('Today, Tuesday, November 24')).toBeTruthy()
  expect(await screen.findByText('2 bookings · 1 upcoming · 1 to complete')).toBeTruthy()
  expect(screen.getByLabelText('Tuesday, November 24: bookings')).toHaveTextContent(/Dan.*Now, .*Cleo/)
  await userEvent.press(screen.getByRole('button', { name: '1 canceled or expired' }))
  expect(screen.getByText('Eve')).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: /Cleo/ }))
  expect(app.followed[0]).toMatch(/^\/businesses\/biz_\w+\/bookings\/bkg_\w+\?day=2026-11-24$/)
  await app.end()
})

test('whoever works here finds their own day first, with what is free, and can see everybody’s', async () => {
  const app = await startOwner({ role: 'staff' })
  app.respondBoard([
    app.visit('Cleo', at('22:00', '22:30')),
    app.visit('Dan', { ...at('22:30', '23:00'), staffId: app.ben.id }),
  ])
  await app.open(<BoardScreen />)
  expect(await screen.findByText('Dan')).toBeTruthy()
  expect(screen.queryByText('Cleo')).toBeNull()
  await userEvent.press(screen.getByRole('link', { name: /^Free 2:15.*Ben: add a booking$/ }))
  expect(app.followed[0]).toContain(`new?day=${today}&time=14%3A15&staff=${app.ben.id}`)
  await userEvent.press(screen.getByRole('button', { name: 'Everyone' }))
  expect(screen.getByText('Cleo')).toBeTruthy()
  await app.end()
})

test('another day is one press away; a closed one says so', async () => {
  const app = await startOwner()
  await app.open(<BoardScreen />)
  await userEvent.press(await screen.findByRole('radio', { name: 'Saturday, November 28' }))
  expect(await screen.findByText('Closed on this day')).toBeTruthy()
  expect(app.received(listBusinessBookings).at(-1)?.query).toEqual({ from: '2026-11-28', to: '2026-11-28' })
  await app.end()
})

test('on a tablet everybody has a column, one’s own the first', async () => {
  const phone = Dimensions.get('window')
  await act(async () => Dimensions.set({ window: { ...phone, width: 1024 } }))
  const app = await startOwner()
  app.respondBoard([app.visit('Cleo', at('22:00', '22:30'))])
  await app.open(<BoardScreen />)
  await screen.findByText('Cleo')
  const names = screen.getAllByRole('heading').map(({ props }) => [props['children']].flat().join(''))
  expect(names.slice(1)).toEqual(['Ben', 'Ana'])
  await app.end()
  Dimensions.set({ window: phone })
})

/** The far end of the realtime connection. */
function connectRealtime(app: Awaited<ReturnType<typeof startOwner>>) {
  const subscriptions: ((event: object) => void)[] = []
  class Line {
    onopen = () => {}
    onmessage = (_message: { data: string }) => {}
    close = () => {}
    constructor() {
      setTimeout(() => this.onopen())
    }
    send(sent: string) {
      const { type, id } = JSON.parse(sent) as { type: string; id?: string }
      const respond = (frame: object) => this.onmessage({ data: JSON.stringify({ ...frame, id }) })
      if (type === 'connection_init') respond({ type: 'connection_ack' })
      if (type === 'subscribe') subscriptions.push((event) => respond({ type: 'data', event: JSON.stringify(event) }))
    }
  }
  app.respond(readConfig, Response.json({ realtime: { ws: 'ws://rt.example/event/realtime', http: 'http://rt.example/event' }, payments: { mode: 'simulator', apiBase: 'http://127.0.0.1/simulator' } })) // prettier-ignore
  app.respond(createRealtimeToken, { token: 'a.b.c', expiresAt: '2026-11-24T22:00:00Z', epochs: [] })
  Object.assign(globalThis, { WebSocket: Line })
  return async (event: object) => {
    await waitFor(() => expect(subscriptions).not.toEqual([]))
    await act(async () => subscriptions.forEach((push) => push(event)))
  }
}

test('a booking that is made elsewhere appears without a touch', async () => {
  const { WebSocket } = globalThis
  const app = await startOwner()
  const push = connectRealtime(app)
  await app.open(<BoardScreen />)
  expect(await screen.findByText('No bookings yet')).toBeTruthy()
  const made = app.visit('Cleo', at('22:00', '22:30'))
  app.respondBoard([made])
  await push({ type: 'booking.confirmed', id: made.id, version: 1 })
  expect(await screen.findByText('Cleo')).toBeTruthy()
  expect(screen.getByText('Live')).toBeTruthy()
  await app.end()
  Object.assign(globalThis, { WebSocket })
})

test('the day is readable offline after a restart, with its age; signed out, nothing of it is left', async () => {
  const stored = new Map<string, string>()
  bringStorage({
    getItemSync: (key) => stored.get(key) ?? null,
    setItemSync: (key, value) => void stored.set(key, value),
    clearSync: () => stored.clear(),
  })
  const app = await startOwner()
  keepForOffline(app.queryClient())
  app.respondBoard([app.visit('Cleo', at('22:00', '22:30'))])
  const { unmount } = await app.open(<BoardScreen />)
  expect(await screen.findByText('Cleo')).toBeTruthy()
  await unmount()
  app.forget()
  app.restart()
  keepForOffline(app.queryClient())
  jest.setSystemTime(new Date('2026-11-24T21:50:00Z'))
  for (const operation of [readMe, readBusiness, listBusinessBookings, listServices])
    app.respond(operation, unreachable)
  await app.open(<BoardScreen />)
  expect(await screen.findByText('Cleo')).toBeTruthy()
  expect(await screen.findByText(/^As of Tue, Nov 24, 2:12\sPM$/)).toBeTruthy()
  expect(screen.getByText(/^You’re offline\. You can read this/)).toBeTruthy()
  forgetAll()
  const later = new QueryClient()
  keepForOffline(later)
  expect(later.getQueryCache().getAll()).toEqual([])
  await app.end()
  bringStorage({ getItemSync: () => null, setItemSync: () => {}, clearSync: () => {} })
})

test('somebody who was removed reads so, and the app no longer begins there', async () => {
  const app = await startOwner()
  const { unmount } = await app.open(<MoreScreen />)
  await screen.findByText('Fenwick')
  expect(readKept(lastBusiness)).toBe(app.business.id)
  await unmount()
  app.forget()
  app.respond(readMe, aPerson())
  await app.open(<BoardScreen />)
  expect(await screen.findByText('You no longer have access')).toBeTruthy()
  expect(readKept(lastBusiness)).toBe('')
  await app.end()
})

function Start() {
  useReturnToBusiness()
  return null
}

test('the app begins with the day that was open last, until somebody books for themselves; a link opens what it names', async () => {
  const app = await startOwner()
  const begin = async (path: string) => {
    mockRoute.path = path
    await (await app.show(<Start />)).unmount()
  }
  const day = await app.open(<MoreScreen />)
  await screen.findByRole('button', { name: 'Switch to booking' })
  await day.unmount()
  await begin('/b/fenwick')
  expect(mockRoute.replaced).toEqual([])
  await begin('/')
  expect(mockRoute.replaced).toEqual([`/businesses/${app.business.id}`])
  await app.open(<MoreScreen />)
  await userEvent.press(await screen.findByRole('button', { name: 'Switch to booking' }))
  await screen.unmount()
  await begin('/')
  expect(mockRoute.replaced.slice(1)).toEqual(['/account'])
  await app.end()
})

test('the navigation is there before anybody is known to be a member, so that it finds what a link opens', async () => {
  const app = await startOwner()
  app.respond(readMe, () => new Promise(() => {}))
  await app.show(
    <MemberProvider businessId={app.business.id}>
      <Text>Navigation</Text>
      <ForMembers>
        <Text>Screen</Text>
      </ForMembers>
    </MemberProvider>,
  )
  expect(screen.getByText('Navigation')).toBeTruthy()
  expect(screen.queryByText('Screen')).toBeNull()
  await app.end()
})

test('a guest is led to signing in, and a day that cannot be read can be tried again', async () => {
  const app = await startOwner()
  app.respond(listBusinessBookings, unreachable, { timeZone: 'America/Boise', items: [], heldMoves: [], blocks: [] })
  const { unmount } = await app.open(<BoardScreen />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No bookings yet')).toBeTruthy()
  await unmount()
  app.forget()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.open(<BoardScreen />)
  expect(await screen.findByRole('link', { name: 'Sign in' })).toBeTruthy()
  await app.end()
})

test('a class is one card with its seats, and blocked time says why', async () => {
  const app = await startOwner()
  const yoga = aService(app.business.id, { name: 'Yoga', capacity: 12 })
  app.respond(listServices, { items: [yoga] })
  const seat = { ...at('22:00', '23:00'), serviceId: yoga.id, serviceName: 'Yoga' }
  app.respondBoard(
    [app.visit('Cleo', seat), app.visit('Dan', { ...seat, partySize: 2 })],
    [{ id: newId('block'), staffId: app.ana.id, ...at('19:00', '20:00'), kind: 'break' }],
  )
  await app.open(<BoardScreen />)
  expect(await screen.findByRole('link', { name: /Yoga.*3 of 12 spots/ })).toBeTruthy()
  expect(screen.getByRole('link', { name: /Lunch or break/ })).toBeTruthy()
  await app.end()
})
