import { beforeEach, expect, jest, test } from '@jest/globals'
import { screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse, unreachable } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { changeHours } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { listTransactions, readBalance, readEarnings } from '@buy-locals/contracts/payment/operations'
import { listReviews, replyToReview } from '@buy-locals/contracts/review/operations'
import { newId } from '@buy-locals/values/ids'
import { aReview, aService } from '@buy-locals/features/testing/examples'
import { BoardScreen } from '../src/owner/board/board-screen'
import { GroupScreen } from '../src/owner/group/group-screen'
import { HoursTodayScreen } from '../src/owner/hours/hours-today-screen'
import { MoneyScreen } from '../src/owner/money/money-screen'
import { ReviewsScreen } from '../src/owner/reviews/reviews-screen'
import { afternoon, startOwner, today } from './owner'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

beforeEach(() => {
  jest.setSystemTime(new Date(afternoon))
})

const press = async (name: string | RegExp) => userEvent.press(await screen.findByRole('button', { name }))

async function startClass() {
  const app = await startOwner()
  const yoga = aService(app.business.id, { name: 'Yoga', capacity: 12 })
  const seat = { serviceId: yoga.id, serviceName: 'Yoga', groupSessionId: newId('groupSession'), payment: 'at-venue' as const } // prettier-ignore
  const [cleo, dan] = [app.visit('Cleo', seat), app.visit('Dan', { ...seat, partySize: 2 })]
  app.respond(booking.listServices, { items: [yoga] })
  app.respondBoard([cleo, dan])
  const left: string[] = []
  const show = () =>
    app.open(<GroupScreen bookingId={cleo.id} day={today} onCancelled={() => void left.push('left')} />)
  return Object.assign(app, { cleo, dan, left, show })
}

test('of a class one reads who comes, and says who came', async () => {
  const app = await startClass()
  app.respond(booking.completeBooking, { ...app.cleo, status: 'completed' })
  app.respond(booking.markNoShow, { ...app.dan, status: 'no-show' })
  await app.show()
  expect(await screen.findByText(/3 of 12 spots/)).toBeTruthy()
  expect(screen.getByRole('link', { name: /Dan.*People: 2/ })).toBeTruthy()
  await press('Cleo came')
  await press('Dan is a no-show')
  await waitFor(() => expect(app.received(booking.markNoShow)[0]?.params).toEqual({ bookingId: app.dan.id }))
  expect(app.received(booking.completeBooking)[0]?.params).toEqual({ bookingId: app.cleo.id })
  await app.end()
})

test('everybody of a class is written to, or the class is cancelled for all, with a reason', async () => {
  const app = await startClass()
  app.respond(booking.messageGroupSession, { sent: 3 })
  app.respond(booking.cancelGroupSession, { cancelled: 2 })
  await app.show()
  await press('Message everyone')
  await press('Send')
  expect(await screen.findByText('Enter a message')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Message'), 'Bring a mat')
  await press('Send')
  await waitFor(() => expect(app.received(booking.messageGroupSession)[0]?.body).toEqual({ text: 'Bring a mat' }))
  await press('Cancel for everyone')
  await userEvent.type(screen.getByLabelText('Message to everyone who booked'), 'Ill')
  await userEvent.press(screen.getAllByRole('button', { name: 'Cancel for everyone' }).at(-1) as never)
  await waitFor(() => expect(app.left).toEqual(['left']))
  expect(app.received(booking.cancelGroupSession)[0]?.body).toEqual({ reason: 'Ill' })
  await app.end()
})

const usd = (amount: number) => ({ amount, currency: 'USD' as const })

test('money is read at a glance: where it is, when more comes, and what came', async () => {
  const app = await startOwner()
  app.respond(readBalance, { held: usd(9000), frozen: usd(0), disputed: usd(0), released: usd(4300), owed: usd(0) })
  app.respond(readEarnings, { releases: [{ date: '2026-11-27', amount: usd(8800) }], months: [] })
  const moved = { at: '2026-11-23T17:00:00Z', description: 'Haircut', gross: usd(4500), fee: usd(-200), net: usd(4300) }
  const items = [
    { id: 'one', kind: 'release' as const, ...moved },
    { id: 'two', kind: 'payment' as const, ...moved, net: usd(9999) },
  ]
  app.respond(listTransactions, { items })
  await app.open(<MoneyScreen />)
  expect(await screen.findByLabelText('Upcoming')).toHaveTextContent(/\$90\.00/)
  expect(screen.getByText('Friday, November 27')).toBeTruthy()
  expect(screen.getByText(/^Mon, Nov 23, 10:00\sAM$/)).toBeTruthy()
  expect(screen.queryByText('$99.99')).toBeNull()
  expect(screen.queryByText('Disputed')).toBeNull()
  await app.end()
})

test('staff see no money, and without a network it can be tried again', async () => {
  const staff = await startOwner({ role: 'staff' })
  const { unmount } = await staff.open(<MoneyScreen />)
  expect(await screen.findByText('Only owners and managers see payments.')).toBeTruthy()
  await unmount()
  await staff.end()
  const app = await startOwner()
  for (const operation of [readBalance, readEarnings, listTransactions]) app.respond(operation, unreachable)
  await app.open(<MoneyScreen />)
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy()
  await app.end()
})

test('a review is replied to once', async () => {
  const app = await startOwner()
  const review = aReview(app.business.id, { text: 'Quick and kind.' })
  const replied = { ...review, reply: { text: 'Thank you!', at: '2026-11-24T21:00:00Z' } }
  const rating: Output<typeof listReviews>['rating'] = { mean: 4, count: 1, byStars: [0, 0, 0, 1, 0] }
  app.respond(listReviews, { items: [review], rating })
  app.respond(replyToReview, () => {
    app.respond(listReviews, { items: [replied], rating })
    return replied
  })
  await app.open(<ReviewsScreen />)
  expect(await screen.findByText('Quick and kind.')).toBeTruthy()
  await press('Reply to Cleo')
  await press('Publish reply')
  expect(await screen.findByText('Enter your reply')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Your reply'), 'Thank you!')
  await press('Publish reply')
  expect(await screen.findByText('Thank you!')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Reply to Cleo' })).toBeNull()
  await app.end()
})

test('the shop closes for the rest of today, having read what is booked then', async () => {
  const app = await startOwner()
  app.respondBoard([app.visit('Cleo', { start: '2026-11-24T22:00:00Z', end: '2026-11-24T22:30:00Z' })])
  app.respond(changeHours, ({ body }) => ({ ...app.business, hours: body, version: 4 }))
  const done: string[] = []
  await app.open(<HoursTodayScreen onDone={() => void done.push('done')} />)
  expect(await screen.findByText('Your page will say: Closed · opens tomorrow at 9 AM')).toBeTruthy()
  expect(await screen.findByRole('link', { name: /^Cleo, Haircut/ })).toBeTruthy()
  await press('Close now')
  await waitFor(() => expect(done).toEqual(['done']))
  const { body, ifMatch } = app.received(changeHours)[0] ?? {}
  expect(ifMatch).toBe('"3"')
  expect(body?.special).toEqual([{ date: today, opens: '09:00', closes: '14:12' }])
  await app.end()
})

test('it closes until a time as the owner writes it; somebody else’s change is not overwritten', async () => {
  const app = await startOwner()
  app.respond(changeHours, refuse('stale'))
  await app.open(<HoursTodayScreen onDone={() => {}} />)
  await userEvent.press(await screen.findByRole('radio', { name: 'Until a time' }))
  await press('Close now')
  expect(await screen.findByText('Enter the time you open again')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Open again at'), '330 pm')
  await press('Close now')
  expect(await screen.findByText(/^Someone changed this after you opened it/)).toBeTruthy()
  expect(app.received(changeHours)[0]?.body.special.at(-1)).toEqual({ date: today, opens: '15:30', closes: '17:00' })
  await app.end()
})

test('only whoever may change the hours finds the way on the board', async () => {
  for (const role of ['manager', 'staff'] as const) {
    const app = await startOwner({ role })
    const { unmount } = await app.open(<BoardScreen />)
    expect(await screen.findByText('Open until 5 PM')).toBeTruthy()
    expect(Boolean(screen.queryByRole('link', { name: 'Close now' }))).toBe(role === 'manager')
    await unmount()
    await app.end()
  }
})
