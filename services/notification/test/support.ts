import { personChanged } from '@buy-locals/contracts/auth/events'
import type { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import type { DataOf } from '@buy-locals/contracts/event'
import * as api from '@buy-locals/contracts/notification/operations'
import type { RealtimeEvent } from '@buy-locals/contracts/realtime'
import { newId, type Id } from '@buy-locals/values/ids'
import { startService } from '@buy-locals/service-kit/testing/service'
import { throttleInTables } from '@buy-locals/service-kit/throttle'
import { devInbox } from '../src/adapters/dev-inbox.ts'
import { devPushInbox } from '../src/adapters/dev-push.ts'
import { devSmsInbox } from '../src/adapters/dev-sms.ts'
import type { Deps } from '../src/deps.ts'
import type { MessageLimits } from '../src/domain/message-limits.ts'
import type { Database } from '../src/persistence/database.ts'
import type { PushMessages } from '../src/push-messages.ts'
import { notificationService } from '../src/service.ts'
import type { TextMessages } from '../src/sms.ts'

export const consent = { source: 'site', wording: 'Text me about my bookings.' } as const

type BookingFields = DataOf<typeof bookingConfirmed>

/** Where a test is not about them. */
export const highLimits: MessageLimits = {
  links: 1000,
  listingReports: 1000,
  toUnproven: 1000,
  toProven: 1000,
  toBounced: 1000,
  writtenByBusiness: 1000,
  ofBusinessToUnproven: 1000,
  smsPerNumber: 1000,
  smsPerBusiness: 1000,
  pushesPerPerson: 1000,
  pushesPerBusiness: 1000,
}

/** Ten in the morning in Boise: nobody sleeps. */
export const daytime = '2026-03-20T16:00:00Z'

/** The owner has turned off mails of bookings, where a test is not about them. */
export async function startNotifications(
  changes: Partial<Deps> = {},
  {
    ownerIsMailed = false,
    now = '2026-03-20T08:00:00Z',
    aroundPushes = (inner: PushMessages) => inner,
    aroundSms = (inner: TextMessages) => inner,
  } = {},
) {
  const pushed: { channel: string; event: RealtimeEvent }[] = []
  const notification = await startService<Database>({
    name: 'notification',
    now,
    migrations: new URL('../migrations/', import.meta.url),
    make: (deps) =>
      notificationService({
        ...deps,
        mail: devInbox(deps.db, deps.clock),
        sms: aroundSms(devSmsInbox(deps.db, deps.clock)),
        pushMessages: aroundPushes(devPushInbox(deps.db, deps.clock)),
        mailEvents: undefined,
        resumeLimit: { points: 3, seconds: 86_400 },
        deviceLimit: { points: 100, seconds: 86_400 },
        throttle: throttleInTables(deps.db, deps.clock),
        codeLimits: { ofPerson: { points: 5, seconds: 86_400 }, toNumber: { points: 5, seconds: 86_400 } },
        hasDevInbox: changes.mail === undefined,
        push: async (channel, events) => void pushed.push(...events.map((event) => ({ channel, event }))),
        linkSecret: 'of the test',
        publicUrl: 'http://127.0.0.1:4000',
        limits: highLimits,
        ...changes,
      }),
  })
  const businessId = newId('business')
  const address = { city: 'Boise', country: 'US' }
  const business = { id: businessId, slug: 'third-street-barber', marketId: newId('market'), status: 'published' as const, name: 'Third Street Barber', categories: ['hair' as const], address, location: { lat: 43.6, lon: -116.2 }, timeZone: 'America/Boise', currency: 'USD' as const, photos: [], claimed: true, version: 1 } // prettier-ignore
  await notification.deliver(businessChanged, businessId, 1, business)
  const owner = newId('person')
  await notification.member(owner, businessId, 'owner')
  const off = { person_id: owner, channel: 'mail', enabled: false }
  const kinds = ['booking-new', 'booking-moved', 'booking-cancelled'].map((kind) => ({ ...off, kind }))
  if (!ownerIsMailed) await notification.db.insertInto('preferences').values(kinds).execute()
  const booking = (consumerId: Id<'person'>): BookingFields => ({
    id: newId('booking'), businessId, marketId: business.marketId, serviceId: newId('service'), serviceName: 'Haircut', consumerId, isGuest: false, status: 'confirmed',
    start: '2026-03-24T15:00:00Z', end: '2026-03-24T15:30:00Z', timeZone: 'America/Boise', localStart: '2026-03-24T09:00', partySize: 1,
    price: { amount: 4500, currency: 'USD' }, deposit: { amount: 4500, currency: 'USD' }, payment: 'online',
    policy: { freeUntilHours: 24, lateRefundShare: 0, noShowRefundShare: 0 }, createdAt: '2026-03-19T07:00:00Z', version: 2,
  }) // prettier-ignore
  const readSms = async (phone: string) => {
    const response = await fetch(`${notification.url}/dev/inbox?phone=${encodeURIComponent(phone)}`, {
      headers: { accept: 'application/json' },
    })
    const { sms } = (await response.json()) as { sms: { text: string; isReply: boolean }[] }
    return sms.filter(({ isReply }) => !isReply).map(({ text }) => text)
  }
  return Object.assign(notification, {
    pushed,
    /** Newest first. */
    readSms,
    /** What a phone texts to us. */
    reply: async (from: string, text: string) => {
      await fetch(`${notification.url}/dev/inbox/sms`, { method: 'POST', body: new URLSearchParams({ from, text }), redirect: 'manual' }) // prettier-ignore
      await notification.advance('PT1S')
    },
    /** Somebody agrees to be texted, and enters the code. */
    addNumber: async (as: Id<'person'>, phone: string) => {
      await notification.call(api.requestSmsNumber, { body: { phone, consent } }, { as })
      await notification.advance('PT1S')
      const code = /\d{6}/.exec((await readSms(phone))[0] ?? '')?.[0] ?? ''
      const confirmed = await notification.call(api.confirmSmsNumber, { body: { code } }, { as })
      await notification.advance('PT1S')
      return confirmed
    },
    owner,
    businessId,
    business,
    booking,
    person: async (email: string, name = 'Cora Lane') => {
      const id = newId('person')
      await notification.deliver(personChanged, id, 1, {
        id,
        name,
        email,
        emailVerified: true,
        locale: 'en',
        version: 1,
        kind: 'account',
      })
      return id
    },
    inbox: async (to: string) => {
      const response = await fetch(`${notification.url}/dev/inbox?to=${encodeURIComponent(to)}`, {
        headers: { accept: 'application/json' },
      })
      return ((await response.json()) as { items: { subject: string; text: string }[] }).items
    },
  })
}
