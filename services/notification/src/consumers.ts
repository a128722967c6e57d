import { linkRequested, personChanged } from '@buy-locals/contracts/auth/events'
import { bookingEvents, bookingPaymentUnusable, manageLinkIssued } from '@buy-locals/contracts/booking/events'
import { businessChanged } from '@buy-locals/contracts/business/events'
import { paymentEvents } from '@buy-locals/contracts/payment/events'
import { businessChannel, personChannel } from '@buy-locals/contracts/realtime'
import { reviewPublished, reviewReplied } from '@buy-locals/contracts/review/events'
import { consumer, reaction, type Consumer } from '@buy-locals/service-kit/inbox'
import { membershipConsumer } from '@buy-locals/service-kit/memberships'
import type { Deps } from './deps.ts'
import { ofBooking } from './domain/telling.ts'
import { askForMail } from './mails.ts'
import * as businesses from './persistence/businesses.ts'
import * as people from './persistence/people.ts'
import { tellAll } from './tell.ts'

const pages = { 'verify-email': '/verify-email', 'reset-password': '/reset-password', invitation: '/sign-up' } as const

export const consumers = (deps: Deps): Consumer[] => [
  membershipConsumer(deps.db, 'notification'),
  consumer(deps.db, 'notification.people', personChanged, people.project),
  consumer(deps.db, 'notification.businesses', businessChanged, businesses.project),
  ...links(deps),
  ...bookings(deps),
  ...reviews(deps),
  ...live(deps),
]

function links({ db, clock }: Deps): Consumer[] {
  return [
    consumer(
      db,
      'notification.links',
      linkRequested,
      async (tx, { id, data: { kind, personId, token, businessId } }) => {
        const business = businessId && (await businesses.nameOf(tx, businessId))
        const link = pages[kind] + (token ? `#${token}` : '')
        await askForMail(tx, clock(), id, { personId, kind, about: { ...(business && { business }) }, link })
      },
    ),
    consumer(
      db,
      'notification.manage-links',
      manageLinkIssued,
      async (tx, { id, data: { bookingId, personId, token } }) => {
        const link = `/bookings/${bookingId}#${token}`
        await askForMail(tx, clock(), id, { personId, kind: 'manage-link', about: {}, link })
      },
    ),
  ]
}

const bookings = (deps: Deps): Consumer[] =>
  [...bookingEvents, bookingPaymentUnusable].map((of) =>
    consumer(deps.db, `notification.${of.type}`, of, async (tx, event) => {
      const business = (await businesses.nameOf(tx, event.data.businessId)) ?? ''
      await tellAll(deps, tx, event, ofBooking(event.type, event.data, business), event.data.status)
    }),
  )

const reviews = (deps: Deps): Consumer[] => [
  consumer(deps.db, 'notification.reviews', reviewPublished, (tx, event) => {
    const { businessId, stars, by } = event.data
    return tellAll(deps, tx, event, [
      { kind: 'review-new', to: { business: businessId }, about: { stars, by }, link: '/dashboard/reviews' },
    ])
  }),
  consumer(deps.db, 'notification.replies', reviewReplied, async (tx, event) => {
    const business = (await businesses.nameOf(tx, event.data.businessId)) ?? ''
    const link = `/bookings/${event.data.bookingId}`
    await tellAll(deps, tx, event, [
      { kind: 'review-replied', to: { person: event.data.consumerId }, about: { business }, link },
    ])
  }),
]

/** Screens that are open learn that something has changed, and read it for themselves. */
const live = ({ db, tell }: Deps): Consumer[] =>
  [...bookingEvents, bookingPaymentUnusable, ...paymentEvents, reviewPublished, reviewReplied].map((of) =>
    reaction(db, `notification.live.${of.type}`, of, async ({ type, data }) => {
      const id = 'id' in data ? data.id : data.businessId
      const news = [{ type: type.replace(/\.v\d+$/, ''), id, version: data.version }]
      await tell(businessChannel(data.businessId), news)
      if ('consumerId' in data) await tell(personChannel(data.consumerId), news)
    }),
  )
