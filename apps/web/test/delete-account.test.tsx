// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refuse } from '@buy-locals/api-client/testing/scripted-api'
import {
  eraseMe,
  listMyProviders,
  listSessions,
  readExport,
  readSecondFactor,
  requestExport,
} from '@buy-locals/contracts/auth/operations'
import { eraseGuest, listMyBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { errorOf, fill, press, tick } from '@buy-locals/features/testing/acts'
import { aBooking, aPerson } from '@buy-locals/features/testing/examples'
import { newId } from '@buy-locals/values/ids'
import { heading, startSite, text } from './support'

test('whoever deletes their account reads what happens, and confirms with the password', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(listMyBookings, {
    items: [aBooking(newId('business'), { status: 'confirmed', start: '2026-11-24T17:00:00Z' })],
  })
  site.respond(eraseMe, refuse('auth/wrong-credentials'), undefined)
  site.open('/account/delete')
  await heading('Delete my account')
  await text(/^You have an upcoming booking/)
  press('Delete my account')
  expect(errorOf('Your password')).toBe('Enter your password')
  fill('Your password', 'wrong horse battery')
  press('Delete my account')
  await text('Password is incorrect. Try again, or set a new one by email.')
  fill('Your password', 'correct horse battery')
  press('Delete my account')
  await heading('Account deleted')
  expect(site.received(eraseMe)[1]?.body).toEqual({ password: 'correct horse battery', keepReviews: false })
})

test('the only owner of a business learns what to do first', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(listMyBookings, { items: [] })
  site.respond(eraseMe, refuse('auth/last-owner', { businesses: [{ id: 'biz_1', name: 'Fenwick' }] }))
  site.open('/account/delete')
  await heading('Delete my account')
  fill('Your password', 'correct horse battery')
  press('Delete my account')
  await text(/^You’re the only owner of Fenwick/)
})

test('a copy of one’s data is asked for, and downloaded when it is ready', async () => {
  using site = await startSite({ me: aPerson({ email: 'ana@example.com' }) })
  site.respond(readExport, refuse('not-found'), { requestedAt: '2026-11-21T20:00:00Z' })
  site.respond(requestExport, undefined)
  site.respond(listSessions, { items: [] })
  site.respond(listMyProviders, { items: [] })
  site.respond(readSecondFactor, { isOn: false, isRequired: false })
  site.open('/account')
  await heading('Account')
  press('Request my data')
  await text(/^We’re collecting your data. We’ll email ana@example.com/)
})

test('a guest deletes what was stored with a booking, by the link of its mail', async () => {
  const booked = aBooking(newId('business'), { status: 'confirmed', start: '2026-11-24T17:00:00Z' })
  using site = await startSite({ openedBookings: [booked.id] })
  site.respond(readBooking, booked)
  site.respond(readBusiness, refuse('not-found'))
  site.respond(eraseGuest, refuse('forbidden', { rule: 'mail-link' }), undefined)
  site.open(`/bookings/${booked.id}`)
  fireEvent.click(await screen.findByRole('link', { name: 'Delete my data' }))
  await heading('Delete my data')
  await text(/^Deleting your data cancels this booking/)
  press('Delete my data')
  await text('Open this booking from our email first')
  tick('Keep my review with my first name')
  press('Delete my data')
  await heading('Data deleted')
  expect(site.received(eraseGuest)[1]).toMatchObject({ params: { bookingId: booked.id }, body: { keepReviews: true } })
})
