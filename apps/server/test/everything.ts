import { setTimeout } from 'node:timers/promises'
import { api } from '@buy-locals/api-client/api'
import { browse } from '@buy-locals/auth/testing/browse'
import { codeAt } from '@buy-locals/auth/totp'
import * as auth from '@buy-locals/contracts/auth/operations'
import { cookieNames } from '@buy-locals/contracts/cookies'
import * as booking from '@buy-locals/contracts/booking/operations'
import * as business from '@buy-locals/contracts/business/operations'
import * as notification from '@buy-locals/contracts/notification/operations'
import * as payment from '@buy-locals/contracts/payment/operations'
import * as review from '@buy-locals/contracts/review/operations'
import type { Id } from '@buy-locals/values/ids'
import { signedPhoto } from '@buy-locals/media/testing/signed-photo'
import { openShop, password, type Server, type Someone } from './support.ts'
import type { Vendors } from './vendors.ts'

/** In everything that the person writes. */
export const marker = 'Zyxwvu'
export const address = `${marker.toLowerCase()}@example.com`

async function until<T>(poll: () => Promise<T | undefined | false>): Promise<T> {
  for (const end = performance.now() + 60_000; performance.now() < end; await setTimeout(50)) {
    const seen = await poll()
    if (seen) return seen
  }
  throw new Error('It did not happen in time')
}

export const openBarber = (server: Server) =>
  openShop(server, async ({ owner, params }) => {
    const { onboardingUrl } = await owner.call(payment.onboardPayee, { params })
    await fetch(onboardingUrl, { method: 'POST', body: new URLSearchParams({ outcome: 'submit' }), redirect: 'manual' })
    await until(async () => (await owner.call(payment.readPayee, { params })).chargesEnabled)
    const service = { name: 'Haircut', durationMinutes: 30, price: { amount: 4_500, currency: 'USD' as const } }
    const { id: paidId } = await owner.call(booking.addService, { params, body: { ...service, payment: 'online' } })
    const { id: freeId } = await owner.call(booking.addService, { params, body: { ...service, payment: 'at-venue' } })
    return { paidId, freeId }
  })

export const at = (server: Server, hours: number) =>
  server.composed.auth.clock().round('hour').add({ hours }).toString({ smallestUnit: 'second' })

async function pay(server: Server, person: Someone, bookingId: Id<'booking'>) {
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

/** Books, pays, comes, reviews with a photo, complains, is notified; was a guest before, has a draft of a business, and signs in by a provider too. */
export async function useEverything(
  server: Server,
  shop: Awaited<ReturnType<typeof openBarber>>,
  { guild }: Pick<Vendors, 'guild'>,
) {
  const { businessId, paidId, freeId, owner } = shop
  const guest = { name: `Cora ${marker}`, email: address, phone: '+12085550177' }
  const note = `${marker} has a dog`
  const plain = api({ baseUrl: server.url, patience: 10 })
  await plain(booking.book, { body: { businessId, serviceId: freeId, start: at(server, 30), note, guest } })
  const person = await server.someone(marker)
  await linkProvider(server, person, guild)
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
  const photoId = await addPhoto(server, again, visited.id)
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
    photoId,
    reviewId: texted.id,
    shopOwner: owner,
  }
}

/** As a browser does, from the account page to the provider and back. */
async function linkProvider({ url }: Server, { token }: Someone, guild: Vendors['guild']) {
  guild.signInAs({ sub: `of the guild: ${marker}`, email: address, email_verified: true, name: marker })
  const post = (path: string, body: object, cookie = '') => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', cookie }
    return fetch(`${url}/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  }
  const started = await post('/me/providers/oidc', { password })
  const { url: page } = (await started.json()) as { url: string }
  const response = await browse(page, `${url}/sign-in/oidc`)
  const cookies = started.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '')
  const attempt = cookies.find((cookie) => cookie.startsWith(`${cookieNames.provider}=`))
  const linked = await post('/auth/providers/oidc/return', { response }, attempt)
  if (linked.status !== 200) throw new Error(`It is not linked: ${await linked.text()}`)
}

/** What a camera writes names its owner; so does what the person writes about it. */
async function addPhoto(server: Server, { call }: Someone, bookingId: Id<'booking'>): Promise<Id<'photo'>> {
  const bytes = await signedPhoto(marker)
  const { photo, upload } = await call(review.addReviewPhoto, {
    params: { bookingId },
    body: { contentType: 'image/jpeg', bytes: bytes.length, alt: `The new hair of ${marker}` },
  })
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('file', new Blob([Buffer.from(bytes)]))
  const sent = await fetch(new URL(upload.url, server.url), { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`The photo is not stored: ${await sent.text()}`)
  await server.advance('PT10S') // a bucket does not say that something has come
  const status = async () => {
    const { items } = await call(review.listReviewPhotos, { params: { bookingId } })
    return items.find(({ id }) => id === photo.id)?.status === 'ready'
  }
  await until(status)
  return photo.id
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

async function writeToEachOther(person: Someone, owner: Someone, bookingId: Id<'booking'>) {
  const write = ({ call }: Someone, sentBy: 'consumer' | 'business', text: string) =>
    call(booking.sendMessage, { params: { bookingId }, body: { sentBy, text } })
  await write(person, 'consumer', `${marker} comes by car`)
  await write(owner, 'business', `There is parking for ${marker}`)
}

async function writeNote(owner: Someone, businessId: Id<'business'>) {
  const { items } = await owner.call(booking.listCustomers, { params: { businessId }, query: { q: address } })
  const params = { businessId, customerId: items[0]?.id ?? 'cus_' } as const
  await owner.call(booking.addCustomerNote, { params, body: { text: `${marker} is allergic to nuts` } })
}

export async function signIn({ url }: Server): Promise<Someone> {
  const { person, session } = await api({ baseUrl: url })(auth.login, { body: { email: address, password } })
  const headers = () => ({ authorization: `Bearer ${session.accessToken}` })
  return { id: person.id, token: session.accessToken, call: api({ baseUrl: url, headers, patience: 10 }) }
}
