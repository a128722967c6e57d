import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { api, type Api } from '@buy-locals/api-client/api'
import * as auth from '@buy-locals/contracts/auth/operations'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import { events } from '@buy-locals/contracts/events'
import * as payment from '@buy-locals/contracts/payment/operations'
import * as review from '@buy-locals/contracts/review/operations'
import { checkLedger } from '@buy-locals/payment/use-cases/check-ledger'
import { restoreBackup } from '../src/backup/restore-backup.ts'
import {
  addedByMigrations,
  contentsOfRunning,
  migrateAlone,
  readFacts,
  turnClockBack,
  unpackFixture,
  type Contents,
  type Facts,
} from './kept-data.ts'
import { startServer, type Server } from './support.ts'

test('a DATA_DIR of an earlier program opens with nothing lost', { timeout: 120_000 }, async () => {
  const { dataDir } = await unpackFixture()
  await opensWithNothingLost(dataDir)
})

test('a backup of an earlier program is restored and opens with nothing lost', { timeout: 120_000 }, async () => {
  const { folder, backup } = await unpackFixture()
  const dataDir = join(folder, 'restored')
  await restoreBackup({ file: backup, dataDir })
  await opensWithNothingLost(dataDir)
})

async function opensWithNothingLost(dataDir: string): Promise<void> {
  const facts = await readFacts()
  await turnClockBack(dataDir, facts)
  const migrated = await migrateAlone(dataDir, facts)
  everyRowIsThere(migrated, facts)

  const server = await startServer({ DEMO: '0', DATA_DIR: dataDir })
  let closed: Promise<void> | undefined
  const close = () => (closed ??= server.close())
  onTestFinished(close)
  everyNameIsKnown(server, migrated)
  await server.drain()
  await everyUnsentEventIsHandled(server, dataDir, facts)

  const signIn = signInAt(server, facts)
  await bookingsAreAsWritten(server, signIn, facts)
  await peopleAndLinksAreKept(server, signIn, facts)
  await storedAnswersReplay(server, signIn, facts)
  await unsentEventsHaveTheirEffect(server, signIn, facts)
  await moneyAddsUp(server, facts)
  await timeGoesOn(server, signIn, facts)
  await nothingIsLeftBehind(server, dataDir)
  await close()
}

/** With the old password. */
const signInAt =
  ({ url }: Server, { password }: Facts) =>
  async (name: string, its = password): Promise<Api> => {
    const email = `${name}@example.com`
    const { session } = await api({ baseUrl: url })(auth.login, { body: { email, password: its } })
    return api({ baseUrl: url, headers: () => ({ authorization: `Bearer ${session.accessToken}` }), patience: 10 })
  }
type SignIn = ReturnType<typeof signInAt>

const ids = (list: readonly ({ id: string } | undefined)[]) => list.map((one) => one?.id ?? '').toSorted()
const place = (bookingId: `bkg_${string}`) => ({ params: { bookingId } })
const unlogged = ['migrations', 'throttles']

/** Tables may be renamed, rows may not go. */
function everyRowIsThere(contents: Contents, facts: Facts): void {
  const before = Object.entries(facts.counts).map(([schema, tables]) => {
    const counts = Object.entries(tables).filter(([name, count]) => count > 0 && !unlogged.includes(name))
    return [schema, counts.map(([, count]) => count).toSorted((a, b) => a - b)] as const
  })
  expect(contents.counts).toEqual(Object.fromEntries(before))
  expect(contents.ledger).toEqual(facts.ledger)
  expect(ids(contents.outbox)).toEqual(ids(facts.unsent))
  const kept = contents.jobs.filter(({ kind }) => !addedByMigrations.includes(kind))
  expect(kept.map(({ key }) => key).toSorted()).toEqual(facts.jobs.map(({ key }) => key).toSorted())
  expect(contents.jobs.filter(({ due }) => due).length).toBeGreaterThan(5)
}

function everyNameIsKnown({ composed: { services } }: Server, { outbox, jobs, inbox }: Contents): void {
  expect(outbox.filter(({ type }) => !events.has(type))).toEqual([])
  const namesOf = (service: string) => {
    const its = services.find(({ name }) => name === service)
    return { kinds: its?.jobs.map(({ kind }) => kind), consumers: its?.consumers.map(({ name }) => name) }
  }
  expect(jobs.filter(({ service, kind }) => !namesOf(service).kinds?.includes(kind))).toEqual([])
  expect(inbox.filter(({ service, consumer }) => !namesOf(service).consumers?.includes(consumer))).toEqual([])
}

/** The only unsent person is a guest, whom the booking service has published itself, and no unsent membership names a calendar. */
const skipSome = ['booking.people', 'booking.calendars']

async function everyUnsentEventIsHandled({ composed }: Server, dataDir: string, facts: Facts): Promise<void> {
  const { outbox, inbox } = await contentsOfRunning(dataDir, facts.stoppedAt)
  const unsent = ids(facts.unsent)
  // A count that goes on meanwhile may have recorded others.
  expect(outbox.filter(({ id }) => unsent.includes(id))).toEqual([])
  const handled = new Set(inbox.map(({ consumer, eventId }) => `${consumer} ${eventId}`))
  const byNow = new Map(facts.unsent.map(({ id, type }) => [id, typeByNow(type)]))
  const missing = [...byNow].flatMap(([id, type]) => {
    // A projection needs no inbox row; that its event left the outbox says that it was handled.
    const consumers = composed.services.flatMap((service) =>
      service.consumers.filter(
        ({ name, handles, handleAll }) => handles === type && !handleAll && !skipSome.includes(name),
      ),
    )
    return consumers.filter(({ name }) => !handled.has(`${name} ${id}`)).map(({ name }) => `${name} missed ${type}`)
  })
  expect(missing).toEqual([])
}

/** Event types that were renamed since; what is not in this list has its old name. */
const typeByNow = (type: string): string =>
  new Map([
    ['booking.problem-reported.v1', 'booking.complaint-filed.v1'],
    ['booking.problem-decided.v1', 'booking.complaint-decided.v1'],
    ['booking.settled.v1', 'booking.finalized.v1'],
    ['offer.changed.v1', 'service.changed.v1'],
  ]).get(type) ?? type

/** Whose unsent events or due jobs change their booking, and to what. */
const statusAfter: Record<string, string> = { holdDue: 'expired', paidUnsent: 'confirmed', lookDue: 'confirmed' }
const receiptAfter: Record<string, number> = {
  lookDue: 4_500,
  refundDue: 0,
  cancelledUnsent: 0,
  decidedUnsent: 0,
  noShowUnsent: 4_050,
}

async function bookingsAreAsWritten(server: Server, signIn: SignIn, facts: Facts): Promise<void> {
  const [owner, gina] = [await signIn('owen.owner'), facts.people['gina.gray@example.com']]
  for (const [name, was] of Object.entries(facts.bookings)) {
    const read = await owner(booking.readBooking, place(was.id))
    expect({ name, ...read }).toMatchObject({
      name,
      status: statusAfter[name] ?? was.status,
      start: was.start,
      partySize: was.partySize,
      price: { amount: was.price, currency: 'USD' },
      consumerId: name === 'claimedLater' ? gina?.id : was.consumerId,
      ...(was.refundShare !== null && { refundShare: was.refundShare }),
      ...(was.note !== null && { note: was.note }),
    })
    const receipt = receiptAfter[name] ?? was.receipt
    if (receipt === undefined) continue
    const { total } = await owner(payment.readReceipt, place(was.id))
    expect({ name, total }).toEqual({ name, total: { amount: receipt, currency: 'USD' } })
  }
  const { guestPaid } = facts
  const guest = api({ baseUrl: server.url, headers: () => ({ 'x-manage-token': guestPaid.token }) })
  expect((await guest(payment.readReceipt, place(guestPaid.bookingId))).total.amount).toBe(4_500)
  expect(await owner(payment.readBalance, { params: facts })).toMatchObject({
    held: { amount: 35_550 }, // 54 000, and what lookDue paid; without four that left and a tenth of noShowUnsent
    frozen: { amount: 9_000 }, // undecided and reportedUnsent
    released: { amount: facts.balance.released.amount + 2 * 4_275 }, // relDue and settled
  })
}

async function peopleAndLinksAreKept({ url }: Server, signIn: SignIn, facts: Facts): Promise<void> {
  const registered = facts.unsent.find(({ type }) => type === 'business.registered.v1')?.subject
  for (const [email, { memberships }] of Object.entries(facts.people)) {
    const call = await signIn(email.replace('@example.com', ''))
    const me = await call(auth.readMe, {})
    const gained = me.id === facts.people['owen.owner@example.com']?.id ? [{ scope: registered, role: 'owner' }] : []
    expect(me.memberships).toHaveLength(memberships.length + gained.length)
    expect(me.memberships).toEqual(expect.arrayContaining([...memberships, ...gained]))
  }
  const owner = await signIn('owen.owner')
  const { items: members } = await owner(auth.listMembers, { params: facts })
  expect(members).toContainEqual(expect.objectContaining({ email: 'invited@example.com', role: 'manager' }))

  const { guest, refreshToken } = facts
  const link = { ...place(guest.bookingId), body: { token: guest.token } }
  await api({ baseUrl: url })(booking.openManageLink, link)
  const byLink = api({ baseUrl: url, headers: () => ({ 'x-manage-token': guest.token }) })
  expect(await byLink(booking.readBooking, place(guest.bookingId))).toMatchObject({ status: 'confirmed', partySize: 2 })
  const app = api({ baseUrl: url, headers: () => ({ 'x-client': 'app' }) })
  expect((await app(auth.refresh, { body: { refreshToken } })).person.email).toBe('cora.lane@example.com')
}

async function storedAnswersReplay({ url }: Server, signIn: SignIn, facts: Facts): Promise<void> {
  for (const { key, by, body, answer } of facts.idempotent) {
    const token = by && (await tokenOf(url, by, facts.password))
    const again = await fetch(`${url}/v1/bookings`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
    })
    expect({ status: again.status, replayed: again.headers.get('idempotency-replayed') }).toEqual({
      status: 201,
      replayed: 'true',
    })
    expect(await again.json()).toEqual(answer)
  }
  const { items } = await (await signIn('cora.lane'))(booking.listMyBookings, { query: { limit: 50 } })
  expect(items.filter(({ id }) => id === facts.bookings['held']?.id)).toHaveLength(1)
}

const tokenOf = async (baseUrl: string, email: string, password: string) =>
  (await api({ baseUrl })(auth.login, { body: { email, password } })).session.accessToken

async function unsentEventsHaveTheirEffect(server: Server, signIn: SignIn, facts: Facts): Promise<void> {
  const [owner, carl, gina] = [await signIn('owen.owner'), await signIn('carl.hill'), await signIn('gina.gray')]
  const { businessId, services, bookings } = facts
  const params = { businessId }

  // person.changed: booking knows Cora's new name, and Gina whose guest's booking joined her account
  const days = { from: facts.stoppedAt.slice(0, 10), to: (bookings['held']?.start ?? '').slice(0, 10) }
  const board = await owner(booking.listBusinessBookings, { params, query: days })
  expect(board.items.find(({ id }) => id === bookings['held']?.id)?.customer.name).toBe('Cora Lane-Hill')
  const { items: hers } = await gina(booking.listMyBookings, { query: {} })
  expect(ids(hers)).toEqual([bookings['claimedLater']?.id])

  // membership.changed: Carl works here by now, also for the booking service
  await carl(booking.listBusinessBookings, { params, query: days })

  // auth.link-requested and booking.manage-link-issued: the mails came, each once, and their links open
  const reset = await linkMailedTo(server, 'carl.hill@example.com', '/reset')
  await api({ baseUrl: server.url })(auth.resetPassword, { body: { token: reset, password: 'a new quiet river' } })
  await signIn('carl.hill', 'a new quiet river')
  const glen = await linkMailedTo(server, 'glen.grey@example.com', bookings['guestUnsent']?.id ?? '')
  const byLink = api({ baseUrl: server.url, headers: () => ({ 'x-manage-token': glen }) })
  expect((await byLink(booking.readBooking, place(bookings['guestUnsent']?.id ?? 'bkg_'))).status).toBe('confirmed')
  await linkMailedTo(server, 'gus.guest@example.com', bookings['guest']?.id ?? '')

  // what of it is indexed has changed since: every business is indexed again
  const found = await owner(business.searchBusinesses, {
    query: { near: '43.6,-116.2', radius: 100_000, q: 'mens fade' },
  })
  expect(found.items).toContainEqual(expect.objectContaining({ id: businessId, claimed: true, bookable: true }))

  // review.published, review.replied, rating.changed
  const { items: reviews } = await owner(review.listReviews, { params, query: {} })
  expect(reviews).toEqual([
    expect.objectContaining({ id: facts.reviews.unsent, stars: 3, text: 'Had to wait.', reply: expect.objectContaining({ text: 'We are sorry.' }) as object }),
    expect.objectContaining({ id: facts.reviews.handled, stars: 5, text: 'A careful cut.', reply: expect.objectContaining({ text: 'Thank you, Cora.' }) as object }),
  ]) // prettier-ignore
  const profile = await owner(business.readBusiness, { params })
  expect(profile).toMatchObject({ rating: { mean: 4, count: 2 }, description: 'Cuts and shaves since 1987.' })

  // payee.changed: the second business can be paid
  const second = { params: { businessId: facts.secondId } }
  expect(await owner(payment.readPayee, second)).toMatchObject({ status: 'ready', chargesEnabled: true })

  // booking.complaint-filed and -decided
  const operator = await signIn('ada.admin')
  const { items: open } = await operator(booking.listComplaints, { params: facts, query: {} })
  expect(ids(open)).toEqual(ids([bookings['undecided'], bookings['reportedUnsent']]))

  // service.changed and market.changed: what is booked now has the new price and pays the new fee
  const [haircut] = (await owner(booking.listServices, { params })).items.filter(({ id }) => id === services.haircut)
  expect(haircut?.price).toEqual({ amount: 5_000, currency: 'USD' })
  expect((await operator(business.listMarkets, {})).items).toContainEqual(
    expect.objectContaining({ id: facts.marketId, feeBasisPoints: 700, complaintHours: 24 }),
  )
}

/** The secret of the mails to this address that lead to this page: one secret, and no mail twice. */
async function linkMailedTo({ url }: Server, to: string, page: string): Promise<string> {
  const inbox = await fetch(`${url}/dev/inbox?to=${encodeURIComponent(to)}`, {
    headers: { accept: 'application/json' },
  })
  const { items } = (await inbox.json()) as { items: { subject: string; text: string }[] }
  const mails = items.flatMap(({ subject, text }) => {
    const link = /https?:\/\/[^\s#]+#\S+/.exec(text)?.[0]
    return link?.includes(page) ? [{ subject, secret: link.split('#')[1] }] : []
  })
  expect(new Set(mails.map(({ subject }) => subject)).size).toBe(mails.length)
  const [secret = '', ...others] = new Set(mails.map((mail) => mail.secret))
  expect([secret !== '', others]).toEqual([true, []])
  return secret
}

async function moneyAddsUp(server: Server, facts: Facts): Promise<void> {
  const { entries, faults } = await checkLedger(server.composed.payment)
  expect(faults).toEqual([])
  expect(entries).toBeGreaterThan(facts.ledger.entries)
}

async function timeGoesOn(server: Server, signIn: SignIn, facts: Facts): Promise<void> {
  const { bookings, businessId } = facts
  const statusOf = async (call: Api, name: string) =>
    (await call(booking.readBooking, place(bookings[name]?.id ?? 'bkg_'))).status

  await server.advance('PT11M')
  let owner = await signIn('owen.owner')
  for (const name of ['held', 'heldUnsent', 'declinedUnsent']) expect(await statusOf(owner, name)).toBe('expired')
  for (const name of ['paidUnsent', 'lookDue']) expect(await statusOf(owner, name)).toBe('confirmed')

  const balance = async () => (await owner(payment.readBalance, { params: { businessId } })).released.amount
  const before = await balance()
  await server.advance('PT1H')
  owner = await signIn('owen.owner')
  expect(await statusOf(owner, 'autoCompletes')).toBe('completed')
  expect(await balance()).toBe(before + 4_275) // of `completed`, whose time for complaints is over
  const carl = await signIn('carl.hill', 'a new quiet river')
  const late = { ...place(bookings['completed']?.id ?? 'bkg_'), body: { text: 'Too late' } }
  await expect(carl(booking.fileComplaint, late)).rejects.toMatchObject({ code: 'booking/outside-policy' })

  const operator = await signIn('ada.admin')
  const decision = { outcome: 'refunded' as const, refundShare: 10_000, reason: 'Agreed' }
  await operator(booking.decideComplaint, { ...place(bookings['undecided']?.id ?? 'bkg_'), body: decision })
  await server.drain()
  const receipt = await owner(payment.readReceipt, place(bookings['undecided']?.id ?? 'bkg_'))
  expect(receipt.total.amount).toBe(0)

  await server.advance('PT26H')
  expect(await statusOf(await signIn('owen.owner'), 'completedUnsent')).toBe('completed')
  await moneyAddsUp(server, facts)
}

/** Free starts are counted in turns, with pauses in between, and a business is indexed a second after a change: one may be due at any moment. */
const goesOn = ['booking.count-free-starts', 'booking.count-far-starts', 'booking.roll-free-starts', 'business.reindex']

async function nothingIsLeftBehind(server: Server, dataDir: string): Promise<void> {
  const left = async () => {
    await server.drain()
    const contents = await contentsOfRunning(dataDir, server.composed.auth.clock().toString())
    everyNameIsKnown(server, contents)
    const jobs = contents.jobs.filter(
      ({ kind, due, lastError }) => (due && !goesOn.includes(kind)) || lastError !== null,
    )
    return { outbox: contents.outbox, jobs }
  }
  // A count that goes on meanwhile may have recorded an event.
  await expect.poll(left, { timeout: 20_000 }).toEqual({ outbox: [], jobs: [] })
}
