import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { membershipChanged, personChanged } from '@buy-locals/contracts/auth/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import * as api from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { connect } from '@buy-locals/service-kit/database'
import { newId, type Id } from '@buy-locals/values/ids'
import { exportPerson } from '../src/use-cases/export-person.ts'
import { selectPage } from '../src/persistence/customer-lists.ts'
import { erasePerson } from '../src/use-cases/erase-person.ts'
import { nine, startBooking, type Running } from './support.ts'

const ten = '2026-03-23T16:00:00Z'
const eleven = '2026-03-24T17:00:00Z'

async function openShop() {
  const booking = await startBooking()
  const { businessId } = booking
  const staffIds = [await booking.addStaff('Sam'), await booking.addStaff('Kim')]
  const { id: serviceId } = await booking.addService({ staffIds, minNoticeMinutes: 0 })
  const bookFor = (start: string, customer: Input<typeof api.bookForCustomer>['body']['customer']) =>
    booking.call(
      api.bookForCustomer,
      { params: { businessId }, body: { serviceId, start, customer } },
      { as: booking.staff, headers: { 'idempotency-key': randomUUID() } },
    )
  const list = async (query: Input<typeof api.listCustomers>['query'] = {}) =>
    (await booking.call(api.listCustomers, { params: { businessId }, query }, { as: booking.staff })).body
  const names = async (q: string) => (await list({ q })).items.map(({ name }) => name)
  const read = (customerId: Id<'customer'>, as: Id<'person'> = booking.staff) =>
    booking.call(api.readCustomer, { params: { businessId, customerId } }, { as })
  const addNote = (customerId: Id<'customer'>, text: string, key = randomUUID()) =>
    booking.call(
      api.addCustomerNote,
      { params: { businessId, customerId }, body: { text } },
      { as: booking.owner, headers: { 'idempotency-key': key } },
    )
  const first = async () => {
    const [customer] = (await list()).items
    if (!customer) throw new Error('There is no customer')
    return customer
  }
  return { ...booking, serviceId, bookFor, list, names, read, addNote, first }
}

let versions = 0
const setAccount = (
  booking: Pick<Running, 'deliver'>,
  id: Id<'person'>,
  person: { name: string; email: string; emailVerified?: boolean },
) =>
  booking.deliver(personChanged, id, (versions += 1), {
    ...{ id, kind: 'account' as const, emailVerified: true, locale: 'en', version: versions },
    ...person,
  })

const erase = async (booking: Pick<Running, 'db' | 'clock'>, personId: Id<'person'>) =>
  erasePerson(booking, { personId, keepReviews: false, version: 9 })

test('whoever books as a guest, on the phone and with an account of the same address is one customer', async () => {
  await using shop = await openShop()
  await shop.bookAsGuest({ serviceId: shop.serviceId, start: nine }, 'ada@example.com')
  await shop.bookFor(ten, { name: 'Mrs Lovelace', email: 'ada@example.com', phone: '+12085550123' })
  await setAccount(shop, shop.consumer, { name: 'Ada Lovelace', email: 'ada@example.com' })
  await shop.book({ serviceId: shop.serviceId, start: eleven })
  const { items } = await shop.list()
  expect(items).toEqual([
    {
      id: items[0]?.id,
      ...{ name: 'Ada Lovelace', email: 'ada@example.com', phone: '+12085550123', hasAccount: true },
      ...{ visits: 0, nextVisit: nine },
    },
  ])
  await shop.advance('P3DT20H') // after the second visit, and before it is completed by itself
  expect((await shop.list()).items).toMatchObject([{ visits: 2, lastVisit: ten, nextVisit: eleven }])
})

test('without a mail address the same phone number and name are one customer, and another name is another', async () => {
  await using shop = await openShop()
  await shop.bookFor(nine, { name: 'Grace', phone: '+12085550123' })
  await shop.bookFor(ten, { name: 'grace', phone: '+12085550123' })
  await shop.bookFor(nine, { name: 'Tom', phone: '+12085550123' })
  await shop.bookFor(ten, { name: 'Counter' })
  await shop.bookFor(eleven, { name: 'Counter' })
  expect((await shop.list()).items.map(({ name, phone }) => [name, phone])).toEqual([
    ['Counter', undefined],
    ['grace', '+12085550123'],
    ['Tom', '+12085550123'],
  ])
})

test('an address that was never verified joins nobody else, until it is', async () => {
  await using shop = await openShop()
  await shop.bookAsGuest({ serviceId: shop.serviceId, start: nine }, 'ada@example.com')
  await shop.addNote((await shop.first()).id, 'Likes it short')
  await setAccount(shop, shop.consumer, { name: 'Mallory', email: 'ada@example.com', emailVerified: false })
  await shop.book({ serviceId: shop.serviceId, start: ten })
  expect((await shop.list()).items.map(({ name }) => name)).toEqual(['Ada', 'Mallory'])
  expect((await exportPerson(shop, shop.consumer))['customerNotes']).toEqual([])

  await setAccount(shop, shop.consumer, { name: 'Ada Lovelace', email: 'ada@example.com' })
  const { items } = await shop.list()
  expect(items.map(({ name }) => name)).toEqual(['Ada Lovelace'])
  expect((await shop.read((await shop.first()).id)).body.notes).toMatchObject([{ text: 'Likes it short' }])
  expect((await exportPerson(shop, shop.consumer))['customerNotes']).toMatchObject([{ text: 'Likes it short' }])
})

test('whose name arrives after they have booked is a customer from then on, and a new address is still the same one', async () => {
  await using shop = await openShop()
  await shop.book({ serviceId: shop.serviceId, start: nine })
  expect((await shop.list()).items).toEqual([])
  await setAccount(shop, shop.consumer, { name: 'Ada', email: 'ada@example.com' })
  const customer = await shop.first()
  await shop.addNote(customer.id, 'Allergic to nuts')
  await setAccount(shop, shop.consumer, { name: 'Ada King', email: 'king@example.com' })
  expect((await shop.list()).items).toMatchObject([{ name: 'Ada King', email: 'king@example.com' }])
  expect((await shop.read((await shop.first()).id)).body.notes).toMatchObject([{ text: 'Allergic to nuts' }])
})

test('a guest whose name or number the business corrects goes along with the notes', async () => {
  await using shop = await openShop()
  const { body } = await shop.bookFor(nine, { name: 'Grase', phone: '+12085550123' })
  await shop.addNote((await shop.first()).id, 'Comes with her dog')
  const customer = { name: 'Grace', phone: null }
  await shop.call(api.changeBooking, { params: { bookingId: body.id }, body: { customer } }, { as: shop.owner })
  const { items } = await shop.list()
  expect(items.map(({ name, phone }) => [name, phone])).toEqual([['Grace', undefined]])
  expect((await shop.read((await shop.first()).id)).body.notes).toHaveLength(1)
})

test('customers are found by any words of their name, without accents, by mail address and by any spelling of their number', async () => {
  await using shop = await openShop()
  await shop.bookFor(nine, { name: 'Zoë Ängström', email: 'zoe@example.com', phone: '+12085550123' })
  await shop.bookFor(ten, { name: '100 % Bob_', phone: '+447700900123' })
  expect(await shop.names('angs zo')).toEqual(['Zoë Ängström'])
  expect(await shop.names('ZOË')).toEqual(['Zoë Ängström'])
  expect(await shop.names('zoe@ex')).toEqual(['Zoë Ängström'])
  expect(await shop.names('(208) 555-0123')).toEqual(['Zoë Ängström'])
  expect(await shop.names('07700 900123')).toEqual(['100 % Bob_'])
  expect(await shop.names('%')).toEqual(['100 % Bob_'])
  expect(await shop.names('b_b')).toEqual([])
  expect(await shop.names(String.raw`\ `)).toEqual([])
  expect(await shop.names('')).toHaveLength(2)
})

test('the list is read page by page by name, and a cursor that was made up is refused', async () => {
  await using shop = await openShop()
  for (const [n, name] of ['Cora', 'ada', 'Ben', 'Ada'].entries())
    await shop.bookFor(`2026-03-2${3 + n}T15:00:00Z`, { name, phone: `+1208555010${n}` })
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await shop.list({ limit: 1, ...(cursor && { cursor }) })
    seen.push(...page.items.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(['ada', 'Ada', 'Ben', 'Cora'])
  const params = { businessId: shop.businessId }
  const odd = await shop.call(api.listCustomers, { params, query: { cursor: 'bm9uZQ' } }, { as: shop.staff })
  expect(odd.problem?.errors?.[0]?.pointer).toBe('/query/cursor')
})

test('the page of a customer has totals and the history, the latest first', async () => {
  await using shop = await openShop()
  const grace = { name: 'Grace', phone: '+12085550123' }
  const visits = [await shop.bookFor(nine, grace), await shop.bookFor(ten, grace), await shop.bookFor(eleven, grace)]
  const [came, missed, cancelled] = visits.map(({ body }) => ({ params: { bookingId: body.id } }))
  if (!came || !missed || !cancelled) throw new Error('Not booked')
  await shop.cancel(cancelled.params.bookingId, shop.owner)
  await shop.advance('P3DT10H')
  await shop.call(api.completeBooking, came, { as: shop.owner })
  await shop.call(api.markNoShow, missed, { as: shop.owner })
  const { id: customerId } = await shop.first()
  expect((await shop.read(customerId)).body).toMatchObject({
    ...{ name: 'Grace', visits: 1, lastVisit: nine, cancelled: 1, noShows: 1 },
    spent: [{ amount: 4_500, currency: 'USD' }],
  })
  const params = { businessId: shop.businessId, customerId }
  const page = async (query: { limit: number; cursor?: string }) =>
    (await shop.call(api.listCustomerBookings, { params, query }, { as: shop.staff })).body
  const first = await page({ limit: 2 })
  expect(first.items.map(({ start }) => start)).toEqual([eleven, ten])
  expect((await page({ limit: 2, cursor: first.nextCursor ?? '' })).items.map(({ start }) => start)).toEqual([nine])
})

test('notes are written by managers and read by staff; a repeated note is one, and a stale change is refused', async () => {
  await using shop = await openShop()
  await shop.bookFor(nine, { name: 'Grace', phone: '+12085550123' })
  const { id: customerId } = await shop.first()
  const params = { businessId: shop.businessId, customerId }
  const key = randomUUID()
  const { body: note } = await shop.addNote(customerId, 'Likes tea', key)
  expect((await shop.addNote(customerId, 'Likes tea', key)).body.id).toBe(note.id)
  expect((await shop.read(customerId)).body.notes).toEqual([note])
  const refused = await shop.call(
    api.addCustomerNote,
    { params, body: { text: 'Not mine to write' } },
    { as: shop.staff, headers: { 'idempotency-key': randomUUID() } },
  )
  expect(refused.status).toBe(403)
  const change = (version: number) =>
    shop.call(
      api.changeCustomerNote,
      { params: { ...params, noteId: note.id }, body: { text: `Likes coffee` } },
      { as: shop.owner, headers: { 'if-match': `"${version}"` } },
    )
  expect((await change(1)).body).toMatchObject({ text: 'Likes coffee', version: 2 })
  expect((await change(1)).status).toBe(412)
  const remove = () => shop.call(api.deleteCustomerNote, { params: { ...params, noteId: note.id } }, { as: shop.owner })
  expect((await remove()).status).toBe(204)
  expect((await remove()).status).toBe(404)
})

test('a customer has fifty notes at most, however many are added at once', async () => {
  await using shop = await openShop()
  await shop.bookFor(nine, { name: 'Grace', phone: '+12085550123' })
  const { id } = await shop.first()
  const added = await Promise.all(Array.from({ length: 60 }, (_, n) => shop.addNote(id, `Note ${n}`)))
  expect(added.filter(({ status }) => status === 201)).toHaveLength(50)
  expect(added.filter(({ problem }) => problem?.code === 'limit-reached')).toHaveLength(10)
})

test('a customer of one business is none of another, whoever asks', async () => {
  await using shop = await openShop()
  await shop.bookFor(nine, { name: 'Grace', email: 'grace@example.com' })
  const { id: customerId } = await shop.first()
  const { body: note } = await shop.addNote(customerId, 'Likes tea')
  const otherId = newId('business')
  await shop.changeBusiness()
  await shop.deliver(businessChanged, otherId, 1, {
    ...{
      id: otherId,
      slug: 'other',
      marketId: shop.marketId,
      status: 'published',
      name: 'Other',
      categories: ['hair'],
    },
    address: { street: '2 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
    ...{ location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise', currency: 'USD', photos: [], claimed: true },
    ...{ hours: { weekly: [], special: [] }, version: 1 },
  })
  const rival = newId('person')
  await shop.deliver(membershipChanged, rival, 1, { personId: rival, scope: otherId, role: 'owner', version: 1 })
  const params = { businessId: otherId, customerId }
  const as = { as: rival }
  expect((await shop.call(api.listCustomers, { params: { businessId: otherId } }, as)).body.items).toEqual([])
  const statuses = [
    await shop.call(api.listCustomers, { params: { businessId: shop.businessId } }, as),
    await shop.call(api.readCustomer, { params: { ...params, businessId: shop.businessId } }, as),
    await shop.call(api.readCustomer, { params }, as),
    await shop.call(api.listCustomerBookings, { params }, as),
    await shop.call(api.addCustomerNote, { params, body: { text: 'Mine' } }, { ...as, headers: { 'idempotency-key': randomUUID() } }), // prettier-ignore
    await shop.call(api.changeCustomerNote, { params: { ...params, noteId: note.id }, body: { text: 'Mine' } }, { ...as, headers: { 'if-match': '"1"' } }), // prettier-ignore
    await shop.call(api.deleteCustomerNote, { params: { ...params, noteId: note.id } }, as),
  ].map(({ status }) => status)
  expect(statuses).toEqual(Array.from({ length: 7 }, () => 404))
  expect((await shop.read(customerId)).body.notes).toEqual([note])
})

test('whoever is erased is no customer any more, and what was written about them is gone', async () => {
  await using shop = await openShop()
  await setAccount(shop, shop.consumer, { name: 'Ada', email: 'ada@example.com' })
  await shop.book({ serviceId: shop.serviceId, start: nine })
  await shop.bookAsGuest({ serviceId: shop.serviceId, start: ten }, 'ada@example.com')
  const { id } = await shop.first()
  await shop.addNote(id, 'Allergic to nuts')
  await erase(shop, await findGuest(shop))
  expect((await shop.read(id)).body).toMatchObject({ name: 'Ada', notes: [] })
  await shop.addNote(id, 'Allergic to nuts')
  await erase(shop, shop.consumer)
  await erase(shop, shop.consumer)
  expect((await shop.list()).items).toEqual([])
  expect((await sql`select * from customers`.execute(shop.db)).rows).toEqual([])
  expect((await sql`select * from customer_notes`.execute(shop.db)).rows).toEqual([])
})

async function findGuest({ db }: Pick<Running, 'db'>): Promise<Id<'person'>> {
  const { id } = await db.selectFrom('people').select('id').where('kind', '=', 'guest').executeTakeFirstOrThrow()
  return id as Id<'person'>
}

test('many who book at once with one address are one customer', async () => {
  await using shop = await openShop()
  const class10 = await shop.addService({ capacity: 20, name: 'Yoga' })
  const booked = await Promise.all(
    Array.from({ length: 12 }, () =>
      shop.call(
        api.bookForCustomer,
        { params: { businessId: shop.businessId }, body: { serviceId: class10.id, start: nine, customer: { name: 'Ada', email: 'ada@example.com' } } },
        { as: shop.staff, headers: { 'idempotency-key': randomUUID() } },
      ),
    ),
  ) // prettier-ignore
  expect(booked.map(({ status }) => status)).toEqual(booked.map(() => 201))
  expect((await shop.list()).items).toHaveLength(1)
})

test('a page of ten thousand customers, searched or not, is read by indexes alone', async () => {
  await using shop = await openShop()
  const { db, businessId } = shop
  await shop.bookFor(nine, { name: 'Zelda Zimmer', phone: '+12085550123' })
  await sql`insert into customers (id, business_id, key, name, has_account)
    select 'cus_' || lpad(n::text, 26, '0'), case when n <= 10000 then ${businessId} else 'biz_other' end, n::text, 'Customer ' || n, false
    from generate_series(1, 20000) n`.execute(db)
  const names = await listColumns(db)
  await sql`insert into bookings (id, customer_id, start_at, end_at, ${sql.raw(names.join(', '))})
    select 'bkg_' || lpad(n::text, 26, '0'), 'cus_' || lpad((1 + n % 20000)::text, 26, '0'),
      start_at - n * interval '1 minute', end_at - n * interval '1 minute', ${sql.raw(names.join(', '))} from bookings, generate_series(1, 40000) n`.execute(
    db,
  )
  const admin = connect(shop.adminUrl, { applicationName: 'statistics' })
  await sql`analyze booking.customers, booking.bookings`.execute(admin)
  await admin.destroy()
  const search = { businessId, now: shop.clock() }
  for (const page of [
    selectPage({ ...search, terms: [] }, 50),
    selectPage({ ...search, terms: [] }, 50, { name: 'customer 5', id: newId('customer') }),
    selectPage({ ...search, terms: ['zel', '555'] }, 50),
  ]) {
    expect((await page.execute(db)).rows.length).toBeGreaterThan(0)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${page}`.execute(db)
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).toContain('customers_by_name')
    expect(plan).toContain('bookings_of_customer')
  }
})

/** All that a copied booking has as it was. */
async function listColumns(db: Running['db']): Promise<string[]> {
  const own = ['id', 'customer_id', 'start_at', 'end_at']
  const { rows } = await sql<{ name: string }>`select column_name as name from information_schema.columns
    where table_schema = 'booking' and table_name = 'bookings'`.execute(db)
  return rows.flatMap(({ name }) => (own.includes(name) ? [] : name))
}

test('names of bookings are read by the members of their business alone', async () => {
  await using shop = await openShop()
  const { body: booked } = await shop.bookFor(nine, { name: 'Grace' })
  const names = (as: Id<'person'>, ...ids: string[]) =>
    shop.call(
      api.listCustomerNames,
      { params: { businessId: shop.businessId }, query: { bookings: ids.join() } },
      { as },
    )
  expect((await names(shop.staff, booked.id, newId('booking'))).body.items).toEqual([
    { bookingId: booked.id, name: 'Grace' },
  ])
  expect((await names(shop.stranger, booked.id)).status).toBe(404)
  expect((await names(shop.staff, 'bkg_1')).status).toBe(422)
  expect((await names(shop.staff, ...Array.from({ length: 101 }, () => booked.id))).status).toBe(422)
})
