import { expect, test } from '@jest/globals'
import { fireEvent, screen, userEvent, waitFor } from '@testing-library/react-native'
import { Text } from 'react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import { readMe, refresh } from '@buy-locals/contracts/auth/operations'
import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { InboxScreen } from '../src/inbox/inbox-screen'
import { routeOfNotification } from '../src/inbox/route-of-notification'
import { useUnread } from '../src/inbox/use-unread'
import { startScreen } from './support'

type Notification = Output<typeof listNotifications>['items'][number]

const bookingId = newId('booking')
const link = `/bookings/${bookingId}`

const aNotification = (changes: Partial<Notification> = {}): Notification => ({
  id: newId('notification'),
  kind: 'booking-confirmed',
  about: {
    ...{ bookingId, business: 'Fenwick', service: 'Haircut' },
    ...{ start: '2026-11-24T17:00:00Z', timeZone: 'America/Boise' },
  },
  link,
  at: '2026-11-20T17:00:00Z',
  ...changes,
})

const anInbox = (items: Notification[], nextCursor?: string) => ({
  items,
  unread: items.filter(({ readAt }) => !readAt).length,
  ...(nextCursor && { nextCursor }),
})

async function startInbox() {
  const app = await startScreen()
  app.respond(readMe, aPerson())
  return app
}

test('each notification opens its own screen, also from a push, which brings the whole address', () => {
  for (const origin of ['', 'https://buylocals.example']) {
    const route = (kind?: string, path = link) => routeOfNotification({ kind, link: origin + path })
    expect(route('booking-confirmed')).toBe(link)
    expect(route()).toBe(link)
    expect(route('message-from-business')).toBe(`${link}/messages`)
    expect(route('booking-completed')).toBe(`${link}/review`)
    expect(route('review-replied')).toBe(`${link}/review`)
    expect(route('booking-held', `${link}/pay`)).toBe(`${link}/pay`)
    expect(route('a-kind-of-next-year')).toBe(link)
    expect(route('booking-new', '/dashboard/bookings/bkg_1')).toBe('/dashboard/bookings/bkg_1')
    expect(route('message-from-customer', '/dashboard/bookings/bkg_1')).toBe(
      '/dashboard/bookings/bkg_1?screen=messages',
    )
    expect(route('review-new', '/dashboard/reviews')).toBe('http://127.0.0.1:4000/dashboard/reviews')
  }
  expect(routeOfNotification({ kind: 'claim-rejected' })).toBeUndefined()
})

test('what happened is listed, what is new is marked, and each leads on', async () => {
  const app = await startInbox()
  const items = [
    aNotification({ kind: 'message-from-business' }),
    aNotification({ readAt: '2026-11-21T17:00:00Z' }),
    aNotification({ kind: 'claim-rejected', link: undefined, readAt: '2026-11-21T17:00:00Z' }),
  ]
  app.respond(listNotifications, anInbox(items))
  await app.show(<InboxScreen />)
  await userEvent.press(await screen.findByRole('link', { name: /^New message from Fenwick/ }))
  await userEvent.press(screen.getByRole('link', { name: /^Booked: Haircut at Fenwick, Tue, Nov 24, 10:00\sAM/ }))
  expect(app.followed).toEqual([`${link}/messages`, link])
  expect(screen.getAllByText('New')).toHaveLength(1)
  expect(screen.queryByRole('link', { name: /claim/ })).toBeNull()
  app.end()
})

test('all of it is marked as read at once, and is not new any more', async () => {
  const app = await startInbox()
  app.respond(listNotifications, anInbox([aNotification()]))
  app.respond(markNotificationsRead, () => {
    app.respond(listNotifications, anInbox([aNotification({ readAt: '2026-11-21T17:00:00Z' })]))
    return undefined as never
  })
  await app.show(<InboxScreen />)
  await userEvent.press(await screen.findByRole('button', { name: 'Mark all as read' }))
  await waitFor(() => expect(screen.queryByText('New')).toBeNull())
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).toBeNull()
  await userEvent.press(screen.getByRole('link', { name: 'Settings' }))
  expect(app.followed).toEqual(['/notifications/settings'])
  app.end()
})

type Node = ReturnType<typeof screen.getByText>

const listAround = (node: Node): Node => (node.parent && node.type !== 'RCTScrollView' ? listAround(node.parent) : node)

test('further down the list goes on, in rows that are used again', async () => {
  const app = await startInbox()
  const page = () => Array.from({ length: 30 }, () => aNotification())
  app.respond(listNotifications, anInbox(page(), 'older'), anInbox(page()))
  await app.show(<InboxScreen />)
  const rows = await screen.findAllByRole('link', { name: /^Booked/ })
  expect(rows.length).toBeLessThan(30)
  await fireEvent.scroll(listAround(screen.getByText('Inbox')), {
    nativeEvent: {
      contentOffset: { x: 0, y: 2_200 },
      contentSize: { width: 400, height: 3_100 },
      layoutMeasurement: { width: 400, height: 900 },
    },
  })
  await waitFor(() => expect(app.received(listNotifications).at(-1)?.query.cursor).toBe('older'))
  app.end()
})

test('an empty inbox says what will be in it, a guest is led to signing in, and offline it is tried again', async () => {
  const app = await startInbox()
  app.respond(listNotifications, unreachable, anInbox([]))
  const { unmount } = await app.show(<InboxScreen />)
  await userEvent.press(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('No notifications yet')).toBeTruthy()
  await unmount()
  app.forget()
  app.respond(listNotifications, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.show(<InboxScreen />)
  expect(await screen.findByText('Sign in to see what’s new with your bookings.')).toBeTruthy()
  app.end()
})

function Mark() {
  return <Text>{`${useUnread()} new`}</Text>
}

test('the tab is marked with what is new, for whoever is signed in', async () => {
  const app = await startInbox()
  app.respond(listNotifications, { items: [aNotification()], unread: 3, nextCursor: 'older' })
  const { unmount } = await app.show(<Mark />)
  expect(await screen.findByText('3 new')).toBeTruthy()
  expect(app.received(listNotifications)[0]?.query.limit).toBe(1)
  await unmount()
  app.forget()
  app.respond(readMe, refuse('unauthenticated'))
  app.respond(refresh, refuse('auth/session-ended'))
  await app.show(<Mark />)
  await waitFor(() => expect(app.received(readMe).length).toBeGreaterThan(1))
  expect(screen.getByText('0 new')).toBeTruthy()
  expect(app.received(listNotifications)).toHaveLength(1)
  app.end()
})
