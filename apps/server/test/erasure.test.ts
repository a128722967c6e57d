import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { api } from '@buy-locals/api-client/api'
import { codeAt } from '@buy-locals/auth/totp'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import * as review from '@buy-locals/contracts/review/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { parkEvent } from '@buy-locals/service-kit/dead-letters'
import { newId } from '@buy-locals/values/ids'
import { Client } from 'pg'
import { Redis } from 'ioredis'
import { afterAll, expect, test } from 'vitest'
import { serviceNames } from '@buy-locals/contracts/operation'
import { readDeclarations } from './personal-data.ts'
import { hasRedis, startRedis } from '@buy-locals/service-kit/testing/redis'
import { openShop, password, startServer, type Server, type Someone } from './support.ts'

/** In everything that the person writes. */
const marker = 'Zyxwvu'
const address = `${marker.toLowerCase()}@example.com`

async function until<T>(poll: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = performance.now() + 60_000; performance.now() < end; await setTimeout(50)) {
    const seen = await poll()
    if (seen) return seen
  }
  throw new Error('It did not happen in time')
}

const openBarber = (server: Server) =>
  openShop(server, async ({ owner, params }) => {
    const { onboardingUrl } = await owner.call(payment.onboardPayee, { params })
    await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
    await until(async () => (await owner.call(payment.readPayee, { params })).chargesEnabled)
    const service = { name: 'Haircut', durationMinutes: 30, price: { amount: 4_500, currency: 'USD' as const } }
    const { id: paidId } = await owner.call(booking.addService, { params, body: { ...service, payment: 'online' } })
    const { id: freeId } = await owner.call(booking.addService, { params, body: { ...service, payment: 'at-venue' } })
    return { paidId, freeId }
  })

const at = (server: Server, hours: number) =>
  server.composed.auth.clock().round('hour').add({ hours }).toString({ smallestUnit: 'second' })

async function pay(server: Server, person: Someone, bookingId: `bkg_${string}`) {
  const requested = await person.call(payment.payBooking, { params: { bookingId } })
  await fetch(`${server.simulator?.url}/v1/payment_intents/${requested.paymentIntentId}/confirm`, {
    method: 'POST',
    headers: { authorization: `Bearer ${requested.publishableKey}` },
    body: new URLSearchParams({ client_secret: requested.clientSecret, payment_method: 'pm_card_visa' }),
  })
  const confirmed = async () =>
    (await person.call(booking.readBooking, { params: { bookingId } })).status === 'confirmed'
  await until(confirmed)
}

/** Books, pays, comes, reviews, complains, is notified; was a guest before, and has a draft of a business. */
async function useEverything(server: Server, shop: Awaited<ReturnType<typeof openBarber>>) {
  const { businessId, paidId, freeId, owner } = shop
  const guest = { name: `Cora ${marker}`, email: address, phone: '+12085550177' }
  const note = `${marker} has a dog`
  const plain = api({ baseUrl: server.url, patience: 10 })
  await plain(booking.book, { body: { businessId, serviceId: freeId, start: at(server, 30), note, guest } })
  const person = await server.someone(marker)
  await server.drain()
  await writeNote(owner, businessId)
  const book = (serviceId: typeof paidId, hours: number) =>
    person.call(booking.book, { body: { businessId, serviceId, start: at(server, hours), note } })

  const cancelled = await book(freeId, 40)
  await person.call(booking.cancelBooking, {
    params: { bookingId: cancelled.id },
    body: { reason: `${marker} is ill` },
  })
  const visited = await book(freeId, 2)
  await writeToEachOther(person, owner, visited.id)
  const decided = await book(paidId, 4)
  await pay(server, person, decided.id)
  const upcoming = await book(paidId, 400)
  await pay(server, person, upcoming.id)
  await person.call(auth.changeMe, { body: { name: `${marker} Lane` } })
  await person.call(business.registerBusiness, {
    body: {
      name: `${marker} Massage`,
      categories: ['spa'],
      address: { street: `1 ${marker} St`, city: 'Boise', country: 'US' },
      location: { lat: 43.6123, lon: -116.1987 },
      phone: '+12085550178',
    },
  })
  await server.drain()
  await server.advance('PT6H')

  const [again, owning, admin] = [
    await signIn(server),
    await server.someone('Owen Owner'),
    await server.someone('Ada Admin'),
  ]
  for (const { id: bookingId } of [visited, decided])
    await owning.call(booking.completeBooking, { params: { bookingId } })
  await server.drain()
  const texted = await again.call(review.writeReview, {
    params: { bookingId: visited.id },
    body: { stars: 4, text: `${marker} was glad.` },
  })
  await again.call(booking.fileComplaint, { params: { bookingId: decided.id }, body: { text: `${marker} is sad.` } })
  await admin.call(booking.decideComplaint, {
    params: { bookingId: decided.id },
    body: { outcome: 'released', reason: `${marker} was seen to.` },
  })
  await server.drain()
  const secured = await turnOnSecondFactor(server, again) // which ends the session before, with its phones
  await beReachedByPhone(secured)
  return {
    person: secured,
    owner: owning,
    admin,
    visited,
    upcoming,
    reviewId: texted.id,
    shopOwner: owner,
  }
}

/** A number for SMS, to which a code is texted, and a phone for pushes. */
async function beReachedByPhone({ call }: Someone) {
  const consent = { source: 'site', wording: 'Text me about my bookings.' } as const
  await call(notification.requestSmsNumber, { body: { phone: '+12085550177', consent } })
  const token = `${marker}-${'x'.repeat(40)}`
  await call(notification.registerDevice, { body: { platform: 'android', token, name: `Phone of ${marker}` } })
}

async function turnOnSecondFactor(server: Server, { id, call }: Someone): Promise<Someone> {
  const { secret } = await call(auth.startSecondFactor, { body: { password } })
  const code = codeAt(secret, server.composed.auth.clock())
  const { accessToken: token } = (await call(auth.turnOnSecondFactor, { body: { code } })).session
  const headers = () => ({ authorization: `Bearer ${token}` })
  return { id, token, call: api({ baseUrl: server.url, headers, patience: 10 }) }
}

async function writeToEachOther(person: Someone, owner: Someone, bookingId: `bkg_${string}`) {
  const write = ({ call }: Someone, sentBy: 'consumer' | 'business', text: string) =>
    call(booking.sendMessage, { params: { bookingId }, body: { sentBy, text } })
  await write(person, 'consumer', `${marker} comes by car`)
  await write(owner, 'business', `There is parking for ${marker}`)
}

async function writeNote(owner: Someone, businessId: `biz_${string}`) {
  const { items } = await owner.call(booking.listCustomers, { params: { businessId }, query: { q: address } })
  const params = { businessId, customerId: items[0]?.id ?? 'cus_' } as const
  await owner.call(booking.addCustomerNote, { params, body: { text: `${marker} is allergic to nuts` } })
}

async function signIn({ url }: Server): Promise<Someone> {
  const { person, session } = await api({ baseUrl: url })(auth.login, { body: { email: address, password } })
  const headers = () => ({ authorization: `Bearer ${session.accessToken}` })
  return { id: person.id, token: session.accessToken, call: api({ baseUrl: url, headers, patience: 10 }) }
}

/** Every column of every schema that holds the marker, the address or the phone, in any spelling. */
async function findTraces(server: Server): Promise<string[]> {
  const client = new Client({ connectionString: server.databaseUrl })
  await client.connect()
  const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
    `select table_schema as schema, table_name as table, column_name as column from information_schema.columns where table_schema = any($1)`,
    [serviceNames],
  )
  const found: string[] = []
  for (const { schema, table, column } of columns) {
    const { rowCount } = await client.query(
      `select from "${schema}"."${table}" where "${column}"::text ilike any (array['%${marker}%', '%2085550177%', '%2085550178%']) limit 1`,
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
  await using server = await startServer(redis ? { REDIS_URL: redis.url } : {})
  const shop = await openBarber(server)
  const { person, owner, visited, upcoming, reviewId } = await useEverything(server, shop)
  await person.call(auth.requestExport, {})
  await server.drain()
  await parkAbout(server, person.id)
  const before = await findTraces(server)
  for (const place of [
    'auth.people.email',
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

  const guestBooking = await bookAndEraseAsGuest(server, shop)
  await person.call(auth.eraseMe, { body: { password } })
  await server.drain()

  const declaredOutcomes = new Map((await readDeclarations()).map(({ place, outcome }) => [place, outcome]))
  const left = (await findTraces(server)).filter((place) => !declaredOutcomes.get(place)?.startsWith('kept because'))
  expect(left).toEqual([])

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
  await using server = await startServer()
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
  await using server = await startServer()
  const shop = await openBarber(server)
  const { person } = await useEverything(server, shop)
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
