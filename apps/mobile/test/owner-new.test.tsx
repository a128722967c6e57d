import { beforeEach, expect, jest, test } from '@jest/globals'
import { fireEvent, screen, userEvent, waitFor } from '@testing-library/react-native'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { newId } from '@buy-locals/values/ids'
import { aBooking, aService } from '@buy-locals/features/testing/examples'
import { BlockDetails } from '../src/owner/block/block-details'
import { BlockScreen } from '../src/owner/block/block-screen'
import { NewBookingScreen } from '../src/owner/new/new-booking-screen'
import { afternoon, startOwner, today } from './owner'

jest.mock('expo-router', () => ({ Stack: { Screen: () => null } }))

beforeEach(() => {
  jest.setSystemTime(new Date(afternoon))
})

const turnOn = async (name: string) => fireEvent(await screen.findByRole('switch', { name }), 'valueChange', true)
const press = async (name: string | RegExp) => userEvent.press(await screen.findByRole('button', { name }))

async function startCounter() {
  const app = await startOwner()
  const cut = aService(app.business.id, { staffIds: [app.ana.id] })
  const made = { ...aBooking(app.business.id, { payment: 'at-venue' }), customer: { name: 'Cleo' } }
  const done: string[] = []
  const free = (start: string, end: string) => ({ start, end, seatsLeft: 1 })
  app.respond(booking.listServices, { items: [cut] })
  app.respond(booking.listCustomers, { items: [] })
  app.respond(booking.findSlots, {
    timeZone: app.business.timeZone,
    items: [free('2026-11-24T22:00:00Z', '2026-11-24T22:30:00Z'), free('2026-11-24T22:30:00Z', '2026-11-24T23:00:00Z')],
  })
  app.respond(booking.bookForCustomer, made)
  const show = (time?: string) =>
    app.open(<NewBookingScreen day={today} time={time} staffId={undefined} onBooked={() => void done.push('booked')} />)
  return Object.assign(app, { cut, done, show })
}

test('the time that was pressed is chosen, and somebody on the phone is booked with all that was written', async () => {
  const app = await startCounter()
  await app.show('15:30')
  expect(await screen.findByRole('radio', { name: /3:30\sPM$/, checked: true })).toBeTruthy()
  await press('Book')
  expect(await screen.findByText('Enter a name')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Customer name'), 'Cleo')
  await userEvent.type(screen.getByLabelText('Phone'), '(208) 555-0100')
  await userEvent.type(screen.getByLabelText('Note'), 'Sensitive skin')
  await press('Book')
  await waitFor(() => expect(app.done).toEqual(['booked']))
  expect(app.received(booking.bookForCustomer)[0]?.body).toEqual({
    ...{ serviceId: app.cut.id, start: '2026-11-24T22:30:00Z', partySize: 1, note: 'Sensitive skin' },
    customer: { name: 'Cleo', phone: '+12085550100' },
  })
  expect(app.received(booking.bookForCustomer)[0]?.idempotencyKey).toBeTruthy()
  await app.end()
})

test('whoever has booked before is found while their name is typed', async () => {
  const app = await startCounter()
  const cleo = { id: newId('customer'), name: 'Cleo Marsh', phone: '+12085550100', hasAccount: false, visits: 2 }
  app.respond(booking.listCustomers, { items: [cleo] })
  await app.show()
  await userEvent.type(await screen.findByLabelText('Customer name'), 'Cle')
  await press(/Cleo Marsh/)
  expect(screen.getByLabelText('Customer name').props['value']).toBe('Cleo Marsh')
  expect(screen.getByLabelText('Phone').props['value']).toBe('+12085550100')
  expect(app.received(booking.listCustomers).at(-1)?.query).toMatchObject({ q: 'Cle' })
  await app.end()
})

test('somebody at the counter is booked now, outside the notice; a closed hour says what to check', async () => {
  const app = await startCounter()
  app.respond(booking.bookForCustomer, refuse('booking/outside-policy', { rule: 'hours' }))
  await app.show()
  await userEvent.type(await screen.findByLabelText('Customer name'), 'Cleo')
  await turnOn('Custom time')
  expect(screen.getByLabelText('Time').props['value']).toBe('14:00')
  await press('Book')
  expect(await screen.findByText(/^You’re closed then\./)).toBeTruthy()
  expect(app.received(booking.bookForCustomer)[0]?.body).toMatchObject({
    start: '2026-11-24T21:00:00Z',
    override: { minNotice: true, hours: false },
  })
  await app.end()
})

test('a business without services is told where to add one', async () => {
  const app = await startCounter()
  app.respond(booking.listServices, { items: [] })
  await app.show()
  expect(await screen.findByText('No services yet')).toBeTruthy()
  await app.end()
})

const noon = { start: '2026-11-24T21:00:00Z', end: '2026-11-24T22:00:00Z' }

async function startBlocking() {
  const app = await startOwner()
  const done: string[] = []
  const block = { id: newId('block'), staffId: app.ben.id, ...noon }
  app.respond(booking.blockTime, { ...block, count: 1, overlapping: [] })
  return Object.assign(app, {
    ...{ done, block },
    show: () => app.open(<BlockScreen day={today} onDone={() => void done.push('done')} />),
  })
}

test('a part of today is blocked for oneself, as the times are written', async () => {
  const app = await startBlocking()
  await app.show()
  for (const [label, time] of [
    ['From', '14:00'],
    ['To', '3 pm'],
  ] as const) {
    await userEvent.clear(await screen.findByLabelText(label))
    await userEvent.type(screen.getByLabelText(label), time)
  }
  await press('Block time')
  await waitFor(() => expect(app.done).toEqual(['done']))
  expect(app.received(booking.blockTime)[0]?.body).toEqual({ staffId: app.ben.id, ...noon })
  await app.end()
})

test('a whole day is blocked for everyone, and what is booked then is named and stays', async () => {
  const app = await startBlocking()
  const booked = { ...aBooking(app.business.id), customer: { name: 'Cleo' } }
  app.respond(booking.blockTime, { ...app.block, count: 2, overlapping: [booked] })
  await app.show()
  await userEvent.press(await screen.findByRole('radio', { name: 'Thursday, November 26' }))
  await press(/^Block for/)
  await press('Everyone')
  await turnOn('All day')
  await press('Block time')
  expect(await screen.findByText('1 booking during this time')).toBeTruthy()
  expect(screen.getByRole('link', { name: /^Cleo, Haircut/ })).toBeTruthy()
  const body = { start: '2026-11-26T07:00:00Z', end: '2026-11-27T07:00:00Z' }
  expect(app.received(booking.blockTime)[0]?.body).toEqual(body)
  expect(app.done).toEqual([])
  await app.end()
})

test('a time that is missing is marked, and nothing is sent', async () => {
  const app = await startBlocking()
  await app.show()
  await userEvent.clear(await screen.findByLabelText('From'))
  await press('Block time')
  expect(await screen.findByText('Enter a time')).toBeTruthy()
  expect(app.received(booking.blockTime)).toEqual([])
  await app.end()
})

test('a block is removed, alone or with those made together with it', async () => {
  const app = await startBlocking()
  const block = { ...app.block, seriesId: app.block.id, note: 'Dentist' }
  app.respondBoard([], [block])
  app.respond(booking.unblockTime, undefined as never)
  const removed: string[] = []
  await app.open(<BlockDetails blockId={block.id} day={today} onRemoved={() => void removed.push('removed')} />)
  expect(await screen.findByText('Dentist')).toBeTruthy()
  await press('Remove all that were blocked together')
  await waitFor(() => expect(removed).toEqual(['removed']))
  expect(app.received(booking.unblockTime)[0]?.query).toMatchObject({ series: true })
  await app.end()
})
