import { expect, test } from 'vitest'
import { newId } from '@buy-locals/values/ids'
import { Refusal } from '@buy-locals/api-client/refusal'
import { problems, type ProblemCode } from '@buy-locals/contracts/problem'
import { alternativesOf, bookingRequest, isHeldFor, ownBookingOf } from '../src/booking/booking-request'
import { declinedText } from '../src/booking/declined-text'
import { paymentOutcome } from '../src/booking/payment-outcome'
import { amountDue, canCancel } from '../src/booking/status'
import { refusal } from '../src/messages/en-refusal'
import { errorText } from '../src/messages/error-text'
import { nextStep } from '../src/messages/next-step'
import { aBooking, aBusiness, aService } from '../src/testing/examples'
import { english } from '../src/testing/english'
import { knownZone } from '../src/time/dates'

const { id: businessId } = aBusiness()
const service = aService(businessId)
const business = { id: businessId, slug: 'fenwick', name: 'Fenwick', timeZone: 'America/Boise', country: 'US' }
const chosen = { business, service, staffId: undefined, partySize: 2 }
const start = '2026-11-24T17:00:00Z'
const usd = (amount: number) => ({ amount, currency: 'USD' as const })

test('a booking takes the place of what its booker holds, unless both are meant', () => {
  const guest = { name: 'Cleo', email: 'cleo@example.com', phone: '' }
  const request = { businessId, serviceId: service.id, start, partySize: 2 }
  expect(bookingRequest(chosen, { start, note: '', guest })).toEqual({
    ...request,
    replaceHolds: true,
    guest: { name: 'Cleo', email: 'cleo@example.com' },
  })
  expect(bookingRequest(chosen, { start, note: 'Hi', guest: undefined, allowsOverlap: true })).toEqual({
    ...request,
    note: 'Hi',
    allowOverlap: true,
  })
})

test('a time that was taken comes with others, and one of the booker’s own with that booking', () => {
  const taken = new Refusal(409, { code: 'booking/slot-taken', alternatives: [{ start }] })
  const own = new Refusal(409, { code: 'booking/already-booked', bookings: [{ id: 'bkg_1' }] })
  expect(alternativesOf(taken)).toEqual([{ start }])
  expect(ownBookingOf(taken)).toBeUndefined()
  expect(ownBookingOf(own)).toEqual({ id: 'bkg_1' })
  expect(alternativesOf(own)).toBeUndefined()
})

test('with other people or another person something else is held', () => {
  const [ana, ben] = [newId('staff'), newId('staff')]
  const hold = { start, partySize: 2, staffId: ana }
  const of = (partySize: number, staffId?: typeof ana) => ({ partySize, staffId })
  expect(isHeldFor(hold, of(2), start)).toBe(true)
  expect(isHeldFor(hold, of(3), start)).toBe(false)
  expect(isHeldFor(hold, of(2, ben), start)).toBe(false)
  expect(isHeldFor(undefined, of(2), start)).toBe(false)
})

test('a payment is over once the server knows of it, and says whether the new time is the booker’s', () => {
  const move = { version: 2, start: '2026-11-25T17:00:00Z', end: start, holdExpiresAt: start }
  const heldMove = { ...move, price: usd(6000), deposit: usd(6000), due: usd(1500) }
  expect(paymentOutcome(aBooking(businessId, { status: 'held' }), undefined)).toBeUndefined()
  expect(paymentOutcome(aBooking(businessId), undefined)).toBe('new')
  expect(paymentOutcome(aBooking(businessId, { heldMove }), heldMove)).toBeUndefined()
  expect(paymentOutcome(aBooking(businessId, { start: heldMove.start }), heldMove)).toBe('moved')
  expect(paymentOutcome(aBooking(businessId), heldMove)).toBe('unmoved')
  expect(amountDue(aBooking(businessId, { heldMove }))).toEqual(usd(1500))
  expect(amountDue(aBooking(businessId))).toEqual(usd(4500))
})

test('a booking can be cancelled until it starts', () => {
  expect(canCancel(aBooking(businessId), '2026-11-24T16:59:59Z')).toBe(true)
  expect(canCancel(aBooking(businessId), start)).toBe(false)
  expect(canCancel(aBooking(businessId, { status: 'cancelled' }), '2026-11-24T16:00:00Z')).toBe(false)
})

test('an error leads to where it can be mended', () => {
  const stepAfter = (code: string) => nextStep(new Refusal(409, { code }))
  expect(['unauthenticated', 'booking/too-many-holds', 'stale', 'booking/slot-taken'].map(stepAfter)).toEqual([
    'sign-in',
    'bookings',
    'reload',
    undefined,
  ])
  expect(nextStep(new TypeError('offline'))).toBeUndefined()
})

test('whoever is told to reload can', () => {
  const codes = (Object.keys(problems) as ProblemCode[]).filter((code) => /reload/i.test(refusal.byCode[code]))
  expect(codes).toContain('business/wrong-state')
  expect(codes.filter((code) => nextStep(new Refusal(409, { code })) !== 'reload')).toEqual([])
})

test('what no field marks of a refused request is told in words', () => {
  const errors = [
    { pointer: '/body/guest/email', detail: 'not an address', code: 'not-an-email' },
    { pointer: '/body/partySize', detail: 'at most 4', code: 'too-big', max: 4 },
  ]
  const refused = new Refusal(400, { code: 'invalid-request', errors })
  expect(errorText(english, refused)).toBe(
    'This isn’t accepted. Enter an email address like name@example.com. Enter 4 or less.',
  )
  expect(errorText(english, refused, ['guest.email'])).toBe('This isn’t accepted. Enter 4 or less.')
  expect(errorText(english, refused, ['guest.email', 'partySize'])).toBe('Check the marked fields.')
  const cut = new Refusal(400, {
    code: 'invalid-request',
    errors: [{ pointer: '/body/token', code: 'too-short', min: 20 }],
  })
  expect(errorText(english, cut)).toBe('This link was already used or has expired. Request a new one.')
})

test('a declined card says why, as far as its bank does', () => {
  expect(declinedText(english, 'insufficient_funds')).toBe('Your card has insufficient funds. Use another card.')
  expect(declinedText(english, 'do_not_honor')).toMatch(/^Your card was declined/)
})

test('a device that knows no zone of its own has none', () => {
  expect([knownZone('America/Boise'), knownZone('Etc/Unknown'), knownZone(null)]).toEqual([
    'America/Boise',
    undefined,
    undefined,
  ])
})
