import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { api } from '@buy-locals/api-client/api'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import * as review from '@buy-locals/contracts/review/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { parkEvent } from '@buy-locals/service-kit/dead-letters'
import { newId } from '@buy-locals/values/ids'
import { Client } from 'pg'
import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { serviceNames } from '@buy-locals/contracts/operation'
import { address, at, marker, openBarber, signIn, useEverything } from './everything.ts'
import { readDeclarations } from './personal-data.ts'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { password, startServer, type Server } from './support.ts'
import { startWithVendors } from './vendors.ts'

/** Every column of every schema that holds the marker, the address or the phone, in any spelling. */
async function findTraces(server: Server, texts = [marker, '2085550177', '2085550178']): Promise<string[]> {
  const client = new Client({ connectionString: server.databaseUrl })
  await client.connect()
  const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns where table_schema = any($1)`,
    [serviceNames],
  )
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const { rowCount } = await client.query(
      `select from "${schema}"."${table}" where "${column}"::text ilike any ($1) limit 1`,
      [texts.map((text) => `%${text}%`)],
    )
    if (rowCount) found.push(`${schema}.${table}.${column}`)
  }
  await client.end()
  return found.toSorted()
}

async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}

const redis = hasRedis ? await startRedis() : undefined
afterAll(() => redis?.stop())

/** Every key that the services have written, with its value. */
async function readRedis(url: string): Promise<[key: string, value: string | null][]> {
  const client = new Redis(url)
  const keys = await client.keys('*')
  const entries = await Promise.all(
    keys.map(async (key): Promise<[string, string | null]> => [key, await client.get(key)]),
  )
  client.disconnect()
  return entries
}

/** Somebody without an account, who deletes what was stored by the link of the mail. */
async function bookAndEraseAsGuest(server: Server, { businessId, freeId }: Awaited<ReturnType<typeof openBarber>>) {
  const guest = { name: `Gus ${marker}`, email: `gus.${address}`, phone: '+12085550177' }
  const start = at(server, 60)
  const plain = api({ baseUrl: server.url, patience: 10 })
  const booked = await plain(booking.book, {
    body: { businessId, serviceId: freeId, start, note: `${marker} is shy`, guest },
  })
  await server.drain()
  const client = new Client({ connectionString: server.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ text: string }>(
    'select text from notification.dev_mails where recipient = $1',
    [guest.email],
  )
  await client.end()
  const token = rows.map(({ text }) => /#(mail-[\w-]+)/.exec(text)?.[1]).find(Boolean)
  const byLink = api({ baseUrl: server.url, headers: () => ({ 'x-manage-token': token ?? '' }) })
  await byLink(booking.eraseGuest, { params: { bookingId: booked.id }, body: {} })
  await server.drain()
  return booked
}

/** What could not be handled waits for an operator, and may be about anybody. */
async function parkAbout({ composed }: Server, personId: string) {
  const park = async (service: 'notification' | 'payment', kind: string, type: string, data: object) => {
    const db = composed.databases.get(service)
    const event = { id: newId('event'), type, subject: personId, sequence: 1, at: '2026-03-20T08:00:00Z', data }
    if (db) await parkEvent(db, kind, event, { tries: 150, error: 'TypeError' })
  }
  await park('notification', 'notification.people', 'person.changed.v1', { id: personId, name: marker, email: address })
  await park('payment', 'payment.bookings', 'booking.cancelled.v1', {
    consumerId: personId,
    reason: `${marker} is ill`,
  })
}

test('nothing names whoever was erased, but for what is declared to stay', async () => {
  await using started = await startWithVendors(redis && { REDIS_URL: redis.url }, { photosIn: 'folder' })
  const { server, pool } = started
  const shop = await openBarber(server)
  const { person, owner, visited, upcoming, reviewId, photoId } = await useEverything(server, shop, started)
  await person.call(auth.requestExport, {})
  await server.drain()
  await parkAbout(server, person.id)
  const before = await findTraces(server)
  for (const place of [
    'auth.people.email',
    'auth.identities.subject',
    'auth.exports.content',
    'booking.people.phone',
    'booking.bookings.note',
    'booking.bookings.reason',
    'booking.audit.reason',
    'booking.customers.name',
    'booking.customer_notes.text',
    'booking.bookings.complaint_text',
    'review.reviews.text',
    'review.people.name',
    'review.photos.alt',
    'booking.messages.text',
    'notification.people.email',
    'notification.notifications.about',
    'notification.dev_mails.recipient',
    'notification.sms_numbers.phone',
    'notification.dev_sms.phone',
    'notification.devices.token',
    'business.businesses.phone',
    'notification.dead_letters.event',
    'payment.dead_letters.event',
    'booking.businesses.name',
  ])
    // prettier-ignore
    expect(before).toContain(place)
  const photoFiles = async () => (await findFiles(server.dataDir)).filter((file) => file.includes(photoId))
  expect((await photoFiles()).length).toBeGreaterThan(1)
  expect([...pool.users.keys()]).toContain(person.id)
  expect(JSON.stringify([...pool.users]), 'the pool is not told who they are').not.toMatch(new RegExp(marker, 'i'))

  const guestBooking = await bookAndEraseAsGuest(server, shop)
  await person.call(auth.eraseMe, { body: { password } })
  await server.drain()

  const declaredOutcomes = new Map((await readDeclarations()).map(({ place, outcome }) => [place, outcome]))
  const left = (await findTraces(server)).filter((place) => !declaredOutcomes.get(place)?.startsWith('kept because'))
  expect(left).toEqual([])
  // The erasure comes again twice, and has an id for it; so does what was parked.
  const withId = (await findTraces(server, [person.id, photoId])).filter(
    (place) => !/\.(jobs|dead_letters)\./.test(place),
  )
  expect(withId.filter((place) => !declaredOutcomes.get(place)?.startsWith('kept because'))).toEqual([])
  expect(await photoFiles()).toEqual([])
  expect([...pool.users.keys()]).not.toContain(person.id)

  const files = (await findFiles(server.dataDir)).map((file) => file.slice(server.dataDir.length + 1))
  const declaredFiles = [...declaredOutcomes.keys()].filter((place) => /^(\w+\/|[\w-]+\.json)$/.test(place))
  expect(files.filter((file) => !declaredFiles.some((place) => file.startsWith(place)))).toEqual([])
  const texts = files.filter((name) => !name.startsWith('postgres/'))
  const read = async (file: string) => (await readFile(join(server.dataDir, file), 'latin1')).toLowerCase()
  const naming = []
  for (const file of texts) if ((await read(file)).includes(marker.toLowerCase())) naming.push(file)
  expect(naming).toEqual([])

  // What was to come is cancelled and refunded by its policy; what others have of it stays, without the name.
  const board = await owner.call(booking.listBusinessBookings, {
    params: shop.params,
    query: { from: visited.localStart.slice(0, 10), to: upcoming.localStart.slice(0, 10) },
  })
  expect(board.items.find(({ id }) => id === upcoming.id)).toMatchObject({ status: 'cancelled', refundShare: 10_000, customer: { name: '–' } }) // prettier-ignore
  expect(board.items.find(({ id }) => id === visited.id)).toMatchObject({ status: 'completed', customer: { name: '–' } }) // prettier-ignore
  expect(board.items.find(({ id }) => id === guestBooking.id)).toMatchObject({ status: 'cancelled', cancelledBy: 'consumer', customer: { name: '–' } }) // prettier-ignore
  const shown = await owner.call(review.listReviews, { params: shop.params })
  expect(shown.items.find(({ id }) => id === reviewId)).toMatchObject({ stars: 4, by: 'Former customer' })
  expect(shown.rating.count).toBe(1)
  const { items: inbox } = await owner.call(notification.listNotifications, {})
  expect(inbox.filter(({ kind }) => kind === 'review-new').map(({ about }) => about['by'])).toEqual(['Former customer'])
  expect((await checkLedger(server.composed.payment)).faults).toEqual([])
})

test.skipIf(!redis)('no key and no value in Redis names whoever was erased, and every key is declared', async () => {
  const entries = await readRedis(redis?.url ?? '')
  const services = new Set(entries.map(([key]) => key.split(':')[0]))
  expect([...services], 'what ran against it').toEqual(expect.arrayContaining(['auth', 'booking', 'gateway']))
  const declared = (await readDeclarations()).map(({ place }) => place).filter((place) => place.includes(':<'))
  const patterns = declared.map((place) => new RegExp(`^${place.replaceAll(/<[^>]+>/g, '[^:]+')}$`))
  expect(entries.filter(([key]) => !patterns.some((pattern) => pattern.test(key)))).toEqual([])
  const names = [marker, '2085550177', '2085550178']
  const naming = entries.filter((entry) =>
    names.some((name) => entry.join(' ').toLowerCase().includes(name.toLowerCase())),
  )
  expect(naming).toEqual([])
})

test('the sessions of whoever was erased open nothing, and the address is free', async () => {
  await using server = await startServer({ PAYMENTS: 'off' })
  const person = await server.someone(marker)
  await server.drain()
  await expect(person.call(auth.eraseMe, { body: { password: 'not the password' } })).rejects.toMatchObject({ code: 'auth/wrong-credentials' }) // prettier-ignore
  await person.call(auth.eraseMe, { body: { password } })
  await expect(person.call(auth.readMe, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(person.call(auth.eraseMe, { body: { password } })).rejects.toMatchObject({ code: 'unauthenticated' })
  await server.drain()
  await expect(person.call(booking.listMyBookings, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  await expect(signIn(server)).rejects.toMatchObject({ code: 'auth/wrong-credentials' })
  const newcomer = await server.someone(marker)
  expect(newcomer.id).not.toBe(person.id)
})

test('replayed and late events do not bring an erased person back', async () => {
  await using started = await startWithVendors({}, { photosIn: 'bucket' })
  const { server, pool, bucket } = started
  const { person, photoId } = await useEverything(server, await openBarber(server), started)
  const ofPhoto = async () =>
    (await bucket.read()).filter(({ key, bytes }) => key.includes(photoId) || bytes.includes(marker))
  expect((await ofPhoto()).length).toBeGreaterThan(1)
  await person.call(auth.eraseMe, { body: { password } })
  await server.drain()
  const declaredOutcomes = new Map((await readDeclarations()).map(({ place, outcome }) => [place, outcome]))
  for (const service of server.composed.services) await service.replay()
  await server.drain()
  await server.advance('PT2H')
  for (const service of server.composed.services) await service.replay()
  await server.drain()
  expect(
    (await findTraces(server)).filter((place) => !declaredOutcomes.get(place)?.startsWith('kept because')),
  ).toEqual([])
  expect(await ofPhoto()).toEqual([])
  expect([...pool.users.keys()]).not.toContain(person.id)
})

test('the only owner of a published business learns what to do first', async () => {
  await using server = await startServer()
  const { owner, admin, params } = await openBarber(server)
  await expect(owner.call(auth.eraseMe, { body: { password } })).rejects.toMatchObject({
    code: 'auth/last-owner',
    members: { businesses: [{ id: params.businessId, name: 'Third Street Barber' }] },
  })
  await expect(admin.call(auth.eraseMe, { body: { password } })).rejects.toMatchObject({ code: 'auth/last-admin' })
  expect((await owner.call(auth.readMe, {})).name).toBe('Owen Owner')
  await admin.call(business.suspendBusiness, { params, body: { reason: 'The owner leaves' } })
  await server.drain()
  await owner.call(auth.eraseMe, { body: { password } })
})
