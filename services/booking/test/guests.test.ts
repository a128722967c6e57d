import { expect, test } from 'vitest'
import { personChanged, personErased } from '@buy-locals/contracts/auth/events'
import * as api from '@buy-locals/contracts/booking/operations'
import { bookingClaimed, bookingConfirmed, manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { newId, type Id } from '@buy-locals/values/ids'
import { nine, startBooking, type Running } from './support.ts'

async function twoGuests(booking: Running) {
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const [ada, grace] = [
    await booking.bookAsGuest({ serviceId: service.id, start: nine }),
    await booking.bookAsGuest({ serviceId: service.id, start: '2026-03-24T15:00:00Z' }, 'grace@example.com'),
  ]
  return { ada: ada.body, grace: grace.body, service }
}
const withToken = (token = '') => ({ headers: { 'x-manage-token': token } })

async function mailTokenOf(booking: Running, bookingId: Id<'booking'>) {
  const links = await booking.published(manageLinkIssued)
  return links.find(({ data }) => data.bookingId === bookingId)?.data.token ?? '?'
}

test('the token of the mail opens the booking too, and the page of the calendar file opens it in any browser', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  const token = await mailTokenOf(booking, ada.id)
  const read = (bookingId: Id<'booking'>) => booking.call(api.readBooking, { params: { bookingId } }, withToken(token))
  expect((await read(ada.id)).status).toBe(200)
  expect((await read(grace.id)).status).toBe(404)
  const file = await booking.call(api.readBookingFile, { params: { bookingId: ada.id } }, withToken(token))
  const unfolded = String(file.body).replaceAll(/\r\n[ \t]/g, '')
  expect(unfolded).toContain(`/bookings/${ada.id}#${token}`)
})

test('when the business is suspended, its customers still see its name, address and phone, and the time', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  await booking.changeBusiness({ phone: '+12085550123' })
  const guest = (await booking.bookAsGuest({ serviceId: service.id, start: nine })).body
  const mine = (await booking.book({ serviceId: service.id, start: '2026-03-24T15:00:00Z' })).body
  await booking.changeBusiness({ status: 'suspended', name: 'Seized', phone: undefined })
  const venue = { name: 'Clip Joint', address: '1 Main St, Boise, ID 83702', phone: '+12085550123' }
  const link = withToken(await mailTokenOf(booking, guest.id))
  expect((await booking.call(api.readBooking, { params: { bookingId: guest.id } }, link)).body).toMatchObject({ venue, start: nine }) // prettier-ignore
  expect((await booking.read(mine.id, booking.consumer)).body.venue).toEqual(venue)
  const list = await booking.call(api.listMyBookings, { query: {} }, { as: booking.consumer })
  expect(list.body.items.map((item) => item.venue)).toEqual([venue])
  const file = await booking.call(api.readBookingFile, { params: { bookingId: guest.id } }, link)
  expect(String(file.body)).toContain('Haircut\\, Clip Joint')
  const later = { params: { bookingId: mine.id }, body: { start: '2026-03-25T15:00:00Z' } }
  const moved = await booking.call(api.rescheduleBooking, later, { as: booking.consumer })
  expect(moved.problem).toMatchObject({ code: 'booking/outside-policy', rule: 'off-site' })
  const cancelled = await booking.cancel(mine.id, booking.consumer)
  expect(cancelled.body).toMatchObject({ status: 'cancelled', venue })
  const events = (await booking.published()).filter(({ subject }) => subject === mine.id)
  expect(events.map(({ data }) => (data as { venue?: unknown }).venue)).toEqual([venue, venue])
})

test('a booking of before phones were kept gets the one that the business has next, and a closed business leaves its bookings', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  expect(body.venue).not.toHaveProperty('phone')
  await booking.changeBusiness({ status: 'suspended', phone: '+12085550123' })
  const venue = async () => (await booking.read(body.id, booking.consumer)).body.venue
  expect((await venue())?.phone).toBe('+12085550123')
  await booking.changeBusiness({ status: 'closed', name: 'Closed business', address: { city: 'Boise', country: 'US' } })
  expect(await venue()).toEqual({ name: 'Closed business', address: 'Boise' })
})

test('a second booking does not close the first, and twenty are kept in a browser', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  let cookie = ''
  const open = async (bookingId: Id<'booking'>, token = '') => {
    const input = { params: { bookingId }, body: { token } }
    const { headers } = await booking.call(api.openManageLink, input, { headers: { cookie } })
    cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
  }
  const canRead = async (bookingId: Id<'booking'>) =>
    (await booking.call(api.readBooking, { params: { bookingId } }, { headers: { cookie } })).status === 200
  await open(ada.id, ada.manageToken)
  await open(grace.id, await mailTokenOf(booking, grace.id))
  await open(grace.id, grace.manageToken)
  expect([await canRead(ada.id), await canRead(grace.id)]).toEqual([true, true])
  expect(cookie).toContain(await mailTokenOf(booking, grace.id))
  for (let n = 0; n < 25; n++) cookie = `bl_manage=${newId('booking')}.x~${cookie.replace('bl_manage=', '')}`
  await open(ada.id, ada.manageToken)
  expect(cookie.split('~')).toHaveLength(20)
  expect(await canRead(ada.id)).toBe(true)
})

test('a guest books without an account, and its link is for one booking only', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  expect(ada.manageToken).toMatch(/^[\w-]{43}$/)
  const read = (bookingId: Id<'booking'>, token?: string) =>
    booking.call(api.readBooking, { params: { bookingId } }, withToken(token))
  expect((await read(ada.id, ada.manageToken)).body).toMatchObject({ id: ada.id, status: 'confirmed' })
  expect((await read(ada.id, grace.manageToken)).status).toBe(404)
  expect((await read(ada.id)).status).toBe(401)
  expect(
    (await booking.call(api.cancelBooking, { params: { bookingId: ada.id }, body: {} }, withToken(grace.manageToken)))
      .status,
  ).toBe(404)
  expect(
    (await booking.call(api.cancelBooking, { params: { bookingId: ada.id }, body: {} }, withToken(ada.manageToken)))
      .body.status,
  ).toBe('cancelled')
})

test('the token is stored in no table and published in one event alone', async () => {
  await using booking = await startBooking()
  const { ada } = await twoGuests(booking)
  const events = await booking.published()
  const mailToken = await mailTokenOf(booking, ada.id)
  const withToken = (token = '?') => events.filter((event) => JSON.stringify(event).includes(token))
  expect(withToken(mailToken).map(({ type }) => type)).toEqual([manageLinkIssued.type])
  expect(withToken(ada.manageToken)).toEqual([])
  const rows = [
    ...(await booking.db.selectFrom('bookings').selectAll().execute()),
    ...(await booking.db.selectFrom('idempotency_keys').selectAll().execute()),
  ]
  expect(JSON.stringify(rows)).not.toContain(ada.manageToken)
  expect(JSON.stringify(rows)).not.toContain(mailToken)
  expect(JSON.stringify(ada)).not.toContain(mailToken)
  const contact = events.filter((event) => JSON.stringify(event).includes('ada@example.com'))
  expect(contact.map(({ type }) => type)).toEqual([personChanged.type])
})

test('a link is exchanged for a cookie that opens its booking and no other', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  const open = (bookingId: Id<'booking'>, token = '') =>
    booking.call(api.openManageLink, { params: { bookingId }, body: { token } })
  expect((await open(grace.id, ada.manageToken)).status).toBe(404)
  expect((await open(newId('booking'), ada.manageToken)).status).toBe(404)
  const opened = await open(ada.id, ada.manageToken)
  expect(opened.status).toBe(204)
  const [cookie = ''] = opened.headers.getSetCookie()
  expect(cookie).toMatch(/^bl_manage=bkg_.*HttpOnly.*SameSite=Lax/)
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect((await booking.call(api.readBooking, { params: { bookingId: ada.id } }, { headers })).status).toBe(200)
  expect((await booking.call(api.readBooking, { params: { bookingId: grace.id } }, { headers })).status).toBe(404)
})

test('a guest is erased by the link of the mail and by nothing else, as an account is by its password', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  const token = await mailTokenOf(booking, ada.id)
  const erase = (bookingId: Id<'booking'>, caller: Parameters<typeof booking.call>[2]) =>
    booking.call(api.eraseGuest, { params: { bookingId }, body: { keepReviews: true } }, caller)
  expect((await erase(ada.id, withToken(ada.manageToken))).problem).toMatchObject({
    type: 'forbidden',
    rule: 'mail-link',
  })
  for (const as of [booking.owner, booking.stranger])
    expect((await erase(ada.id, { as })).status).toBe(as === booking.owner ? 403 : 404)
  expect((await erase(grace.id, withToken(token))).status).toBe(404)
  const own = (await booking.book({ serviceId: ada.serviceId, start: '2026-03-25T15:00:00Z' })).body
  expect((await erase(own.id, { as: booking.consumer })).problem).toMatchObject({ rule: 'account' })

  expect((await erase(ada.id, withToken(token))).status).toBe(204)
  await booking.advance('PT1S')
  const [erased, ...others] = await booking.published(personErased)
  expect(others).toEqual([])
  expect(erased?.data).toMatchObject({ personId: ada.consumerId, keepReviews: true, version: 2 })
  expect((await booking.read(ada.id)).body).toMatchObject({
    status: 'cancelled',
    cancelledBy: 'consumer',
    refundShare: 10_000,
  })
  expect((await erase(ada.id, withToken(token))).status, 'the link opens nothing any more').toBe(404)
  const people = await booking.db.selectFrom('people').select('name').where('kind', '=', 'guest').execute()
  expect(people).toHaveLength(1)
  expect(
    (await booking.call(api.readBooking, { params: { bookingId: grace.id } }, withToken(grace.manageToken))).status,
  ).toBe(200)
})

test('a stranger cannot tell that the booking exists', async () => {
  await using booking = await startBooking()
  const { ada } = await twoGuests(booking)
  const missing = newId('booking')
  const withoutId = (text: string, id: string) => text.replaceAll(id, 'bkg')
  const responsesFor = async (bookingId: Id<'booking'>) => {
    const params = { bookingId }
    const as = { as: booking.stranger }
    const responses = [
      await booking.call(api.readBooking, { params }, as),
      await booking.call(api.readBookingFile, { params }, as),
      await booking.call(api.cancelBooking, { params, body: {} }, as),
      await booking.call(api.completeBooking, { params }, as),
      await booking.call(api.markNoShow, { params }, as),
      await booking.call(api.fileComplaint, { params, body: { text: 'Hm' } }, as),
      await booking.call(api.decideComplaint, { params, body: { outcome: 'released', reason: 'Hm' } }, as),
    ]
    return responses.map(({ status, problem }) => `${status} ${withoutId(JSON.stringify(problem), bookingId)}`)
  }
  const existing = await responsesFor(ada.id)
  expect(existing).toEqual(await responsesFor(missing))
  expect(existing.every((response) => response.startsWith('404'))).toBe(true)
  const visitor = (bookingId: Id<'booking'>) => booking.call(api.readBooking, { params: { bookingId } })
  expect([(await visitor(ada.id)).body, (await visitor(missing)).body]).toMatchObject([
    { code: 'unauthenticated' },
    { code: 'unauthenticated' },
  ])
})

test('a booker who is no member may not complete the booking', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const { body } = await booking.book({ serviceId: service.id, start: nine })
  const complete = await booking.call(api.completeBooking, { params: { bookingId: body.id } }, { as: booking.consumer })
  expect(complete.problem?.type).toBe('forbidden')
})

test('whoever verifies a mail address gets what was booked with it, and the link ends', async () => {
  await using booking = await startBooking()
  const { ada, grace } = await twoGuests(booking)
  const account = newId('person')
  const person = {
    id: account,
    kind: 'account' as const,
    name: 'Ada',
    email: 'ada@example.com',
    emailVerified: false,
    locale: 'en',
    version: 1,
  }
  await booking.deliver(personChanged, account, 1, person)
  const mine = () => booking.call(api.listMyBookings, {}, { as: account })
  expect((await mine()).body.items).toEqual([])
  await booking.deliver(personChanged, account, 2, { ...person, emailVerified: true, version: 2 })
  expect((await mine()).body.items.map(({ id }) => id)).toEqual([ada.id])
  expect(
    (await booking.call(api.readBooking, { params: { bookingId: ada.id } }, withToken(ada.manageToken))).status,
  ).toBe(404)
  expect(
    (await booking.call(api.readBooking, { params: { bookingId: grace.id } }, withToken(grace.manageToken))).status,
  ).toBe(200)
  expect((await booking.published(bookingClaimed)).map(({ data }) => data)).toMatchObject([
    { id: ada.id, consumerId: account, isGuest: false },
  ])
})

test('a booking that the business entered itself is marked so, also after an account has claimed it; no other is', async () => {
  await using booking = await startBooking()
  const { ada, service } = await twoGuests(booking)
  const customer = { name: 'Ida', email: 'ida@example.com' }
  const { body: written } = await booking.call(
    api.bookForCustomer,
    {
      params: { businessId: booking.businessId },
      body: { serviceId: service.id, start: '2026-03-25T15:00:00Z', customer },
    },
    { as: booking.staff },
  )
  const account = newId('person')
  const person = { id: account, kind: 'account' as const, ...customer, emailVerified: true, locale: 'en', version: 1 }
  await booking.deliver(personChanged, account, 1, person)
  const published = [...(await booking.published(bookingConfirmed)), ...(await booking.published(bookingClaimed))]
  const isMarked = (id: Id<'booking'>) =>
    published.filter(({ subject }) => subject === id).map(({ data }) => data.isEnteredByBusiness ?? false)
  expect(isMarked(written.id)).toEqual([true, true])
  expect(isMarked(ada.id)).toEqual([false])
  const madeBy = (id: Id<'booking'>) => published.find(({ subject }) => subject === id)?.data.actorId
  expect([madeBy(written.id), madeBy(ada.id)]).toEqual([booking.staff, ada.consumerId])
  expect(written).not.toHaveProperty('isEnteredByBusiness')
})

test('nobody books without an account or contact data', async () => {
  await using booking = await startBooking()
  const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')] })
  const body = { businessId: booking.businessId, serviceId: service.id, start: nine }
  expect((await booking.call(api.book, { body })).status).toBe(401)
})

test.each([
  ['pays at the venue', 4_500],
  ['pays nothing', 0],
])(
  'whoever %s has a limit of visits to come, a guest and an account each, and so has a network address',
  async (_, amount) => {
    await using booking = await startBooking({ visitsPer: { guest: 2, account: 3, address: 6 } })
    const price = { amount, currency: 'USD' as const }
    const service = await booking.addService({ staffIds: [await booking.addStaff('Sam')], price })
    const at = (hour: number) => ({ serviceId: service.id, start: `2026-03-23T${hour}:00:00Z` })
    expect((await booking.bookAsGuest(at(15))).status).toBe(201)
    expect((await booking.bookAsGuest(at(16))).status).toBe(201)
    expect((await booking.bookAsGuest(at(17))).problem).toMatchObject({ type: 'too-many-requests', limit: 'person' })
    for (const hour of [17, 18, 19]) expect((await booking.book(at(hour))).status).toBe(201)
    expect((await booking.book(at(20))).problem).toMatchObject({ type: 'too-many-requests', limit: 'person' })
    expect((await booking.book(at(20), booking.stranger)).status).toBe(201)
    expect((await booking.book(at(21), newId('person'))).problem).toMatchObject({ limit: 'address' })
    expect((await booking.bookAsGuest(at(21), 'joan@example.com')).problem).toMatchObject({ limit: 'address' })
  },
)

test('seats count, not bookings: a group of four is four visits', async () => {
  await using booking = await startBooking({ visitsPer: { guest: 4, account: 4, address: 100 } })
  const yoga = await booking.addService({ capacity: 20, staffIds: [await booking.addStaff('Sam')] })
  const at = (hour: number) => ({ serviceId: yoga.id, start: `2026-03-23T${hour}:00:00Z`, partySize: 4 })
  expect((await booking.book(at(15))).status).toBe(201)
  expect((await booking.book(at(17))).problem).toMatchObject({ limit: 'person' })
})

test('without paying, no more than a share of a class is kept from one address, held or to be paid at the venue', async () => {
  await using booking = await startBooking({
    holdsPer: { person: 100, address: 100, business: 100 },
    sessionPerAddress: { seats: 2, share: 5_000 },
  })
  await booking.setChargesEnabled(true)
  const staffIds = [await booking.addStaff('Sam')]
  for (const [payment, hour] of [
    ['online', 15],
    ['at-venue', 17],
  ] as const) {
    const yoga = await booking.addService({ capacity: 12, payment, staffIds, durationMinutes: 60 })
    const of = (partySize: number) => ({ serviceId: yoga.id, start: `2026-03-23T${hour}:00:00Z`, partySize })
    expect((await booking.bookAsGuest(of(7))).problem).toMatchObject({
      type: 'booking/too-many-holds',
      limit: 'session',
    })
    expect((await booking.bookAsGuest(of(4), 'grace@example.com')).status).toBe(201)
    expect((await booking.book(of(2))).status).toBe(201)
    expect((await booking.book(of(1), booking.stranger)).problem).toMatchObject({ limit: 'session' })
    const elsewhere = { headers: { 'x-forwarded-for': '2001:db8::1' }, as: booking.stranger }
    expect(
      (await booking.call(api.book, { body: { businessId: booking.businessId, ...of(6) } }, elsewhere)).status,
    ).toBe(201)
  }
})
