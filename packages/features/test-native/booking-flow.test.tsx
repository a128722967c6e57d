import { expect, test } from '@jest/globals'
import { renderHook, screen, userEvent } from '@testing-library/react-native'
import { useState, type ComponentProps } from 'react'
import type { Api } from '@buy-locals/api-client/api'
import { Refusal } from '@buy-locals/api-client/refusal'
import { usualTestCard } from '@buy-locals/client/test-card'
import { Text } from '@buy-locals/ui/text'
import type { BookingChoice, BookingOptions } from '../src/booking/load-options'
import { useBookOnce } from '../src/booking/use-book-once'
import { PartyChoice, StaffChoice } from '../src/booking-choices'
import { BookingOutcome } from '../src/booking-outcome'
import { BookingSummary } from '../src/booking-summary'
import { CancelSheet } from '../src/cancel-sheet'
import { HoldCountdown } from '../src/hold-countdown'
import { MoveCheck } from '../src/move-check'
import { MoveDetails } from '../src/move-details'
import { AlreadyBookedNotice, OwnHoldNotice, ReplacedHoldNotice } from '../src/own-bookings-notice'
import { SlotTakenNotice } from '../src/slot-taken-notice'
import { TestCardFields } from '../src/test-card-fields'
import { aBooking, aBusiness, aService, aStaffMember } from '../src/testing/examples'
import { TimeStep } from '../src/time-step'
import { show } from './show'

const usd = (amount: number) => ({ amount, currency: 'USD' as const })
const { id: businessId, slug, name, timeZone } = aBusiness()
const [ana, ben] = [aStaffMember(businessId), aStaffMember(businessId, { name: 'Ben' })]
const ten = { start: '2026-11-24T17:00:00Z', seatsLeft: 1 }
const now = '2026-11-20T17:00:00Z'

const options: BookingOptions = {
  kind: 'open',
  business: { id: businessId, slug, name, timeZone, country: 'US' },
  service: aService(businessId, { staffIds: [ana.id, ben.id] }),
  quote: { price: usd(4500), deposit: usd(4500), dueNow: usd(4500), payment: 'online' },
  isPaidOnline: true,
  staff: [ana, ben],
  staffId: undefined,
  partySize: 1,
  slots: [ten],
  empty: { '2026-11-25': 'closed', '2026-11-26': 'off', '2026-11-27': 'full' },
  nextFree: undefined,
  from: '2026-11-24',
  today: '2026-11-24',
  lastDay: '2026-11-27',
  days: 14,
  now,
}

function Times(props: Partial<ComponentProps<typeof TimeStep>> & { onChoose: (changes: BookingChoice) => void }) {
  const [time, chooseTime] = useState<string>()
  const chosen = { day: '2026-11-24', time, chooseDay: () => {}, chooseTime }
  return (
    <TimeStep options={options} chosen={chosen} ownZone={undefined} isLoading={false} isMissing={false} {...props} />
  )
}

test('a day on which nothing can be booked cannot be chosen, and says why', async () => {
  await show(<Times onChoose={() => {}} />)
  for (const label of [
    'Wednesday, November 25, closed',
    'Thursday, November 26, no staff that day',
    'Friday, November 27, fully booked',
  ])
    // prettier-ignore
    expect(screen.getByRole('radio', { name: label, disabled: true })).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Tuesday, November 24, 1 time available', checked: true })).toBeTruthy()
})

test('a time is chosen, and with whom', async () => {
  const choices: BookingChoice[] = []
  await show(<Times onChoose={(changes) => void choices.push(changes)} />)
  await userEvent.press(screen.getByRole('radio', { name: 'Tuesday, November 24 at 10:00 AM' }))
  expect(screen.getByRole('radio', { name: 'Tuesday, November 24 at 10:00 AM', checked: true })).toBeTruthy()
  await userEvent.press(screen.getByRole('radio', { name: /^Ben/ }))
  expect(choices).toEqual([{ staff: ben.id, from: undefined }])
})

test('whoever is in another time zone reads whose the times are, and going on without a time says so', async () => {
  await show(<Times isMissing ownZone="Europe/Berlin" holdNotice={<Text>On hold</Text>} onChoose={() => {}} />)
  expect(screen.getByText(/^Times are in Mountain Time/)).toBeTruthy()
  expect(screen.getByText('Select a time')).toBeTruthy()
  expect(screen.getByText('On hold')).toBeTruthy()
})

test('anybody of the staff will do, and a group says how many come', async () => {
  const chosen: unknown[] = []
  await show(
    <>
      <StaffChoice staff={options.staff} staffId={ana.id} onChoose={(staffId) => void chosen.push(staffId)} />
      <PartyChoice capacity={3} size={1} onChoose={(people) => void chosen.push(people)} />
    </>,
  )
  await userEvent.press(screen.getByRole('radio', { name: /^Any staff/ }))
  await userEvent.press(screen.getByRole('button', { name: 'Number of people, 1 person' }))
  await userEvent.press(screen.getByRole('button', { name: '3 people' }))
  expect(chosen).toEqual([undefined, '3'])
})

test('before it is booked one reads what, when, what is due now and until when cancelling is free', async () => {
  await show(<BookingSummary isFinal options={options} start={ten.start} />)
  expect(screen.getByLabelText('Your booking').props['role']).toBe('region')
  for (const text of [
    'Haircut, 30 min',
    'Any staff',
    'Tue, Nov 24, 10:00 AM MST',
    'Due now',
    'Free cancellation until Mon, Nov 23, 10:00 AM MST',
    'Cancel later and you’ll get $22.50 back.',
  ])
    // prettier-ignore
    expect(screen.getByText(text)).toBeTruthy()
})

test('where a time was just taken, the nearest ones are one press away', async () => {
  const chosen: string[] = []
  const alternatives = [{ start: '2026-11-24T18:00:00Z' }]
  await show(
    <SlotTakenNotice timeZone={timeZone} alternatives={alternatives} onChoose={(start) => void chosen.push(start)} />,
  )
  expect(screen.getByText('That time was just taken')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Choose Tue, Nov 24, 11:00 AM' }))
  expect(chosen).toEqual(['2026-11-24T18:00:00Z'])
})

test('what is held already is paid or released, and a second visit at that time has to be meant', async () => {
  const presses: string[] = []
  const hold = aBooking(businessId, { status: 'held', holdExpiresAt: '2026-11-20T17:10:00Z' })
  const { followed } = await show(
    <>
      <OwnHoldNotice hold={hold} isReleasing={false} error={null} onRelease={() => void presses.push('release')} />
      <ReplacedHoldNotice hold={hold} />
      <AlreadyBookedNotice booking={{ ...hold, status: 'confirmed' }} onBookBoth={() => void presses.push('both')} />
    </>,
  )
  expect(screen.getByText('Pay by 10:10 AM to confirm your booking.')).toBeTruthy()
  expect(screen.getByText('This releases the time you’re holding, Tue, Nov 24, 10:00 AM.')).toBeTruthy()
  await userEvent.press(screen.getByRole('link', { name: 'Continue to payment' }))
  await userEvent.press(screen.getByRole('link', { name: 'See that booking' }))
  expect(followed).toEqual([`/bookings/${hold.id}/pay`, `/bookings/${hold.id}`])
  await userEvent.press(screen.getByRole('button', { name: 'Release' }))
  await userEvent.press(screen.getByRole('button', { name: 'Book both' }))
  expect(presses).toEqual(['release', 'both'])
})

test('the time that is left is the server’s', async () => {
  await show(<HoldCountdown expiresAt="2026-11-20T17:09:30Z" serverNow={() => now} onEnd={() => {}} />)
  expect(screen.getByText('9:30', { includeHiddenElements: true })).toBeTruthy()
  expect(screen.getByText('10 minutes left', { includeHiddenElements: true })).toBeTruthy()
})

test('the test card says that it is one, and each of its fields can be changed', async () => {
  const typed: unknown[] = []
  await show(<TestCardFields card={usualTestCard} onChange={(card) => void typed.push(card)} />)
  expect(screen.getByText('Test card, no real money')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('Security code'), '4')
  expect(typed).toEqual([{ ...usualTestCard, cvc: '1234' }])
  for (const label of ['Test card number', 'Expiry']) expect(screen.getByLabelText(label)).toBeTruthy()
})

const made = aBooking(businessId, { deposit: usd(4500) })

const check = (error: unknown, on: Partial<ComponentProps<typeof MoveCheck>> = {}) => (
  <MoveCheck
    booking={made}
    start="2026-11-25T17:00:00Z"
    staffName="Ana"
    now={now}
    isMoving={false}
    error={error}
    errorNotice={<Text>An error</Text>}
    onMove={() => {}}
    onChoose={() => {}}
    onBack={() => {}}
    {...on}
  />
)

test('both times stand side by side before one becomes the other', async () => {
  const prices: unknown[] = []
  await show(check(undefined, { onMove: (price) => void prices.push(price) }))
  expect(screen.getByText('Tue, Nov 24, 10:00 AM MST')).toBeTruthy()
  expect(screen.getByText('Wed, Nov 25, 10:00 AM MST')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Change time' }))
  expect(prices).toEqual([usd(4500)])
})

test('a booking is cancelled with what was written, or without a reason', async () => {
  const sent: unknown[] = []
  await show(
    <CancelSheet
      open
      booking={made}
      serverNow={() => now}
      isCancelling={false}
      errorNotice={<Text>An error</Text>}
      onCancel={(body) => void sent.push(body)}
      onClose={() => void sent.push('closed')}
    />,
  )
  expect(screen.getByText('You’ll get a full refund of $45.00.')).toBeTruthy()
  expect(screen.getByText('An error')).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Cancel booking' }))
  await userEvent.type(screen.getByLabelText(/^Reason/), ' I am ill ')
  await userEvent.press(screen.getByRole('button', { name: 'Cancel booking' }))
  await userEvent.press(screen.getByRole('button', { name: 'Keep booking' }))
  expect(sent).toEqual([{}, { reason: 'I am ill' }, 'closed'])
})

test('a new price is said with what is to pay, and agreed to', async () => {
  const prices: unknown[] = []
  const quote = { price: usd(6000), deposit: usd(6000), dueNow: usd(1500), payment: 'online' }
  const error = new Refusal(409, { code: 'booking/price-changed', quote })
  await show(check(error, { onMove: (price) => void prices.push(price) }))
  expect(screen.getByText(/Pay the difference of \$15\.00/)).toBeTruthy()
  await userEvent.press(screen.getByRole('button', { name: 'Continue to pay $15.00' }))
  expect(prices).toEqual([usd(6000)])
})

test('what is paid for a new time is what is missing', async () => {
  const move = { version: 2, start: '2026-11-25T17:00:00Z', end: '2026-11-25T17:30:00Z', holdExpiresAt: now }
  await show(<MoveDetails booking={made} move={{ ...move, price: usd(6000), deposit: usd(6000), due: usd(1500) }} />)
  for (const text of ['Already paid', '$45.00', 'Due now', '$15.00']) expect(screen.getByText(text)).toBeTruthy()
})

test('a cancelled booking says who cancelled it and what came back', async () => {
  await show(
    <BookingOutcome
      booking={{ ...made, status: 'cancelled', cancelledBy: 'consumer', refundShare: 5_000 }}
      now={now}
    />,
  )
  expect(screen.getByText('You canceled this booking.')).toBeTruthy()
  expect(screen.getByText('$22.50 refunded. It takes 5–10 days to reach you.')).toBeTruthy()
})

test('however often it is pressed, a time is taken once; what failed is sent again', async () => {
  const sent: string[] = []
  const responses = [() => Promise.reject(new Error('Offline')), async () => made]
  const callApi = ((operation: { id: string }) => {
    sent.push(operation.id)
    return responses.shift()?.()
  }) as unknown as Api
  const { result } = await renderHook(() => useBookOnce(callApi, async () => {}))
  const body = { businessId, serviceId: made.serviceId, start: ten.start, partySize: 1 }
  await expect(result.current(body)).rejects.toThrow('Offline')
  const pressedTwice = await Promise.all([result.current(body), result.current(body)])
  expect(pressedTwice).toEqual([made, made])
  expect(sent).toEqual(['book', 'book'])
})
