import { expect, test } from '@jest/globals'
import { screen, userEvent } from '@testing-library/react-native'
import { newId } from '@buy-locals/values/ids'
import { BookingCard } from '../src/booking-card'
import { BookingStatus } from '../src/booking-status'
import { statusTones } from '../src/booking/status'
import { CodeField } from '../src/code-field'
import { createI18n } from '../src/i18n'
import { es } from '../src/messages/es'
import { PriceTag } from '../src/price-tag'
import { aBooking } from '../src/testing/examples'
import { TitledBookings } from '../src/titled-bookings'
import { show } from './show'

test('a card of a booking says what, when, where and how much, and leads to it', async () => {
  const booking = { ...aBooking(newId('business'), { staffName: 'Ana' }), hasUnread: true as const }
  const { followed } = await show(<BookingCard booking={booking} href="/bookings/1" />)
  expect(screen.getByLabelText('Haircut').props['role']).toBe('article')
  for (const text of ['Confirmed', 'New message', /Nov 24/, 'Fenwick · with Ana', '$45.00'])
    expect(screen.getByText(text)).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Haircut' }))
  expect(followed).toEqual(['/bookings/1'])
})

test('bookings stand under their title, and where there are none it says so', async () => {
  const business = newId('business')
  await show(
    <>
      <TitledBookings title="Upcoming" bookings={[]} empty="No upcoming bookings" />
      <TitledBookings title="Past" bookings={[aBooking(business), aBooking(business, { serviceName: 'Shave' })]} />
    </>,
  )
  expect(screen.getByText('No upcoming bookings')).toBeTruthy()
  expect(screen.queryByLabelText('Upcoming')).toBeNull()
  expect(screen.getByLabelText('Past').props['role']).toBe('list')
  expect(screen.getAllByRole('link')).toHaveLength(2)
})

test('the state of a booking is a word, in the reader’s language', async () => {
  const statuses = Object.keys(statusTones) as (keyof typeof statusTones)[]
  const all = statuses.map((status) => <BookingStatus key={status} status={status} />)
  await show(all, createI18n('es-US', { features: es }))
  expect(statuses.length).toBeGreaterThan(5)
  for (const status of statuses) expect(screen.getByText(es.booking.status[status])).toBeTruthy()
})

test('a price has its currency; what costs nothing is free', async () => {
  await show(
    <>
      <PriceTag from price={{ amount: 4500, currency: 'USD' }} />
      <PriceTag price={{ amount: 4500, currency: 'JPY' }} />
      <PriceTag price={{ amount: 0, currency: 'USD' }} />
    </>,
  )
  for (const text of ['from $45.00', '¥4,500', 'Free']) expect(screen.getByText(text)).toBeTruthy()
})

test('a code is typed, and whoever has no phone takes a recovery code', async () => {
  const typed: string[] = []
  await show(<CodeField isMissing={false} error={undefined} value="123" onChange={(code) => void typed.push(code)} />)
  await userEvent.type(screen.getByLabelText('Code from your phone'), '4')
  expect(typed).toEqual(['1234'])
  await userEvent.press(screen.getByRole('button', { name: 'Use a recovery code instead' }))
  expect(typed.at(-1)).toBe('')
  expect(screen.getByLabelText('Recovery code')).toBeTruthy()
})

test('a code that is missing is said to be', async () => {
  await show(<CodeField isOfPhone isMissing error={undefined} value="" onChange={() => {}} />)
  expect(screen.getByText('Enter the code')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Use a recovery code instead' })).toBeNull()
})
