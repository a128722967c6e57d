// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import * as booking from '@buy-locals/contracts/booking/operations'
import { payBooking } from '@buy-locals/contracts/payment/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { choose, press } from '@buy-locals/features/testing/acts'
import { aBooking, aBusiness, aService, aStaffMember } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const slot = (start: string) => ({ start, end: start, seatsLeft: 1 })
const eleven = slot('2026-11-24T18:00:00Z')
const usd = (amount: number) => ({ amount, currency: 'USD' as const })

async function startMoving(changes: Parameters<typeof aBooking>[1] = {}) {
  const site = await startSite()
  const business = aBusiness()
  const [ana, ben] = [aStaffMember(business.id), aStaffMember(business.id, { name: 'Ben' })]
  const service = aService(business.id, { staffIds: [ana.id, ben.id] })
  const made = aBooking(business.id, { payment: 'at-venue', serviceId: service.id, staffId: ana.id, ...changes })
  const moved = { ...made, start: eleven.start, previousStart: made.start, version: 2 }
  site.respond(readBusiness, business)
  site.respond(booking.listServices, { items: [service] })
  site.respond(booking.listStaff, { items: [ana, ben] })
  site.respond(booking.findSlots, { timeZone: business.timeZone, items: [eleven] })
  site.respond(booking.quote, { price: usd(4500), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' })
  site.respond(booking.readBooking, made)
  site.respond(booking.rescheduleBooking, () => {
    site.respond(booking.readBooking, moved)
    return moved
  })
  return Object.assign(site, { ana, ben, made, path: `/bookings/${made.id}` })
}

test('a booker picks another time with whom they had, sees both times, and the booking has the new one', async () => {
  using site = await startMoving()
  site.open(site.path)
  const link = await screen.findByRole('link', { name: 'Change time' })
  expect(link.getAttribute('href')).toBe(`${site.path}/reschedule?staff=${site.ana.id}`)
  fireEvent.click(link)
  await screen.findByRole('radio', { name: 'Tuesday, November 24 at 11:00 AM' })
  choose('Tuesday, November 24 at 11:00 AM')
  press('Continue')
  await heading('Confirm the new time')
  await text(/Tue, Nov 24, 10:00 AM/)
  await text(/Tue, Nov 24, 11:00 AM/)
  await text(/^Free cancellation until Mon, Nov 23, 11:00 AM/)
  press('Change time')
  await text('Time changed')
  expect(site.received(booking.rescheduleBooking)).toMatchObject([
    {
      params: { bookingId: site.made.id },
      body: { start: eleven.start, staffId: site.ana.id, agreedPrice: usd(4500) },
    },
  ])
})

test('where the new time was just taken, others are offered and the old one is kept', async () => {
  using site = await startMoving()
  const taken = refuse('booking/slot-taken', { alternatives: [slot('2026-11-24T18:15:00Z')] })
  site.respond(booking.rescheduleBooking, taken, { ...site.made, version: 2 })
  site.open(`${site.path}/reschedule?at=${eleven.start}`)
  await heading('Confirm the new time')
  press('Change time')
  await text('That time was just taken')
  press('Choose Tue, Nov 24, 11:15 AM')
  await text(/Tue, Nov 24, 11:15 AM MST/)
  expect(screen.queryByText(/^That time was just taken/)).toBeNull()
  press('Change time')
  await text('Time changed')
  expect(site.received(booking.rescheduleBooking)[1]?.body.start).toBe('2026-11-24T18:15:00Z')
})

test('where the price is another one by now, it is read and agreed before the time changes', async () => {
  using site = await startMoving()
  const quote = { price: usd(6000), deposit: usd(0), dueNow: usd(0), payment: 'at-venue' as const }
  const moved = { ...site.made, start: eleven.start, price: usd(6000), version: 2 }
  site.respond(booking.rescheduleBooking, refuse('booking/price-changed', { quote }), moved)
  site.open(`${site.path}/reschedule?at=${eleven.start}`)
  await heading('Confirm the new time')
  press('Change time')
  await text('The price is now $60.00. It was $45.00 when you booked.')
  press('Change for $60.00')
  await text('Time changed')
  const sent = site.received(booking.rescheduleBooking).map(({ body }) => body.agreedPrice)
  expect(sent).toEqual([usd(4500), usd(6000)])
})

test('where more is to pay, the new time is held, the difference is paid, and then the booking has it', async () => {
  using site = await startMoving({ payment: 'online', status: 'confirmed' })
  const quote = { price: usd(6000), deposit: usd(6000), dueNow: usd(1500), payment: 'online' as const }
  const times = { start: eleven.start, end: '2026-11-24T18:30:00Z', holdExpiresAt: '2026-11-21T20:10:00Z' }
  const heldMove = { version: 2, ...times, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  const held = { ...site.made, heldMove, version: 2 }
  site.respond(booking.rescheduleBooking, refuse('booking/price-changed', { quote }), () => {
    site.respond(booking.readBooking, held)
    return held
  })
  site.respond(payBooking, { paymentIntentId: 'pi_1', clientSecret: 'secret', publishableKey: 'pk', amount: usd(1500) })
  site.open(`${site.path}/reschedule?at=${eleven.start}`)
  await heading('Confirm the new time')
  press('Change time')
  await text(
    'You’ve paid $45.00. Pay the difference of $15.00 to change the time. Until then, you keep your current time.',
  )
  press('Continue to pay $15.00')
  await heading('Pay the difference')
  await text('Already paid')
  await screen.findByLabelText('Test card number')
  site.respondAt('http://127.0.0.1/simulator/v1/payment_intents/pi_1/confirm', () => {
    const moved = { ...site.made, start: eleven.start, price: usd(6000), deposit: usd(6000), version: 3 }
    site.respond(booking.readBooking, held, { ...moved, previousStart: site.made.start })
    return Response.json({ status: 'succeeded' })
  })
  press('Pay $15.00')
  await text('Time changed')
})

test('before the difference is paid, what a late cancellation refunds is of the new price', async () => {
  using site = await startMoving({ payment: 'online', status: 'confirmed' })
  const soon = slot('2026-11-22T17:00:00Z')
  const quote = { price: usd(6000), deposit: usd(6000), dueNow: usd(1500), payment: 'online' as const }
  const times = { start: soon.start, end: '2026-11-22T17:30:00Z', holdExpiresAt: '2026-11-21T20:10:00Z' }
  const heldMove = { version: 2, ...times, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  site.respond(booking.findSlots, { timeZone: site.made.timeZone, items: [soon] })
  site.respond(booking.rescheduleBooking, refuse('booking/price-changed', { quote }), () => {
    site.respond(booking.readBooking, { ...site.made, heldMove, version: 2 })
    return { ...site.made, heldMove, version: 2 }
  })
  site.open(`${site.path}/reschedule?at=${soon.start}`)
  await text('Cancel before it starts and you’ll get $22.50 back')
  press('Change time')
  await text('Cancel before it starts and you’ll get $30.00 back')
  press('Continue to pay $15.00')
  await heading('Pay the difference')
  await text('We pay the business after your visit. Cancel before it starts and you’ll get $30.00 back.')
})

test('a time that is held is named on the booking, with what is to pay; money that came too late is named as refunded', async () => {
  using site = await startMoving({ payment: 'online', status: 'confirmed' })
  const times = { start: eleven.start, end: '2026-11-24T18:30:00Z', holdExpiresAt: '2026-11-21T20:10:00Z' }
  const heldMove = { version: 2, ...times, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  site.respond(booking.readBooking, { ...site.made, heldMove, version: 2 })
  site.open(site.path)
  await text(/We’re holding a new time until/)
  expect((await screen.findByRole('link', { name: 'Pay $15.00 now' })).getAttribute('href')).toBe(`${site.path}/pay`)
  using late = await startMoving({ payment: 'online', status: 'confirmed' })
  late.open(`${late.path}?unmoved`)
  await text('Your time hasn’t changed')
})

test('nobody is invited to change what they may not: too late for the policy, cancelled, or with a complaint', async () => {
  for (const changes of [
    { policy: { freeUntilHours: 96, lateRefundShare: 0, noShowRefundShare: 0 } },
    { status: 'cancelled' as const, cancelledBy: 'consumer' as const },
    { complainedAt: '2026-11-21T18:00:00Z' },
  ]) {
    using site = await startMoving(changes)
    site.open(site.path)
    await heading('Haircut')
    expect(screen.queryByRole('link', { name: 'Change time' })).toBeNull()
  }
})
