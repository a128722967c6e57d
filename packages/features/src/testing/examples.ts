import type { readMe } from '@buy-locals/contracts/auth/operations'
import type { listMessages, readBooking } from '@buy-locals/contracts/booking/operations'
import type { ListedService, Service, Staff } from '@buy-locals/contracts/booking/shapes'
import type { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Market, ShownPhoto } from '@buy-locals/contracts/business/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import type { listRefusedPayments } from '@buy-locals/contracts/payment/operations'
import type { readReview } from '@buy-locals/contracts/review/operations'
import { newId } from '@buy-locals/values/ids'

/** The barber of the tests: two chairs in Boise, open on weekdays. */
export const aBusiness = (changes: Partial<Output<typeof readBusiness>> = {}): Output<typeof readBusiness> => ({
  id: newId('business'),
  slug: 'fenwick',
  marketId: newId('market'),
  status: 'published',
  name: 'Fenwick',
  categories: ['hair'],
  address: { street: '1 Main St', city: 'Boise', region: 'ID', postcode: '83702', country: 'US' },
  location: { lat: 43.6, lon: -116.2 },
  timeZone: 'America/Boise',
  currency: 'USD',
  hours: { weekly: ([1, 2, 3, 4, 5] as const).map((day) => ({ day, opens: '09:00', closes: '17:00' })), special: [] },
  photos: [],
  claimed: true,
  version: 3,
  open: { isOpen: true },
  rating: { mean: 0, count: 0 },
  ...changes,
})

const size = (width: number) => ({ width, height: width, avif: `/${width}.avif`, webp: `/${width}.webp`, jpeg: `/${width}.jpeg` }) // prettier-ignore

/** A square photo in two widths. */
export const aShownPhoto = (alt = ''): ShownPhoto => ({
  ...{ id: newId('photo'), alt, url: '/640.jpeg', width: 640, height: 640, sizes: [size(320), size(640)] },
  ...{ color: '#aa5533', thumbHash: 'IPgB' },
})

export const aStaffMember = (businessId: Staff['businessId'], changes: Partial<Staff> = {}): Staff => ({
  id: newId('staff'),
  businessId,
  name: 'Ana',
  active: true,
  version: 2,
  ...changes,
})

/** Paid at the shop. */
export function aService(businessId: Service['businessId'], changes: Partial<ListedService> = {}): ListedService {
  const { price = { amount: 4500, currency: 'USD' } } = changes
  return {
    id: newId('service'),
    businessId,
    name: 'Haircut',
    durationMinutes: 30,
    price,
    quote: { price, deposit: { ...price, amount: 0 }, dueNow: { ...price, amount: 0 }, payment: 'at-venue' },
    payment: 'at-venue',
    depositBasisPoints: 10_000,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 1,
    staffIds: [],
    resourceIds: [],
    minNoticeMinutes: 0,
    maxHorizonDays: 60,
    stepMinutes: 15,
    policy: { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 },
    active: true,
    version: 4,
    ...changes,
  }
}

type Booking = Output<typeof readBooking>

export const aBooking = (businessId: Booking['businessId'], changes: Partial<Booking> = {}): Booking => ({
  id: newId('booking'),
  businessId,
  serviceId: newId('service'),
  serviceName: 'Haircut',
  consumerId: newId('person'),
  status: 'confirmed',
  start: '2026-11-24T17:00:00Z',
  end: '2026-11-24T17:30:00Z',
  venue: { name: 'Fenwick', address: '1 Main St, Boise, ID 83702', phone: '+12085550123' },
  timeZone: 'America/Boise',
  localStart: '2026-11-24T10:00',
  partySize: 1,
  price: { amount: 4500, currency: 'USD' },
  deposit: { amount: 4500, currency: 'USD' },
  payment: 'online',
  policy: { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 },
  createdAt: '2026-11-20T17:00:00Z',
  version: 1,
  ...changes,
})

export const aMarket = (changes: Partial<Market> = {}): Market => ({
  id: newId('market'),
  slug: 'boise',
  name: 'Boise',
  location: { lat: 43.6, lon: -116.2 },
  timeZone: 'America/Boise',
  currency: 'USD',
  feeBasisPoints: 250,
  complaintHours: 48,
  version: 1,
  ...changes,
})

type Me = Output<typeof readMe>

export const aPerson = (changes: Partial<Me> = {}): Me => ({
  id: newId('person'),
  name: 'Ana Moreno',
  email: 'ana@example.com',
  emailVerified: true,
  locale: 'en-US',
  version: 1,
  memberships: [],
  ...changes,
})

type RefusedPayment = Output<typeof listRefusedPayments>['items'][number]

export const aRefusedPayment = (changes: Partial<RefusedPayment> = {}): RefusedPayment => ({
  id: newId('payment'),
  bookingId: newId('booking'),
  businessName: 'Fenwick',
  serviceName: 'Haircut',
  start: '2026-11-24T17:00:00Z',
  timeZone: 'America/Boise',
  ...changes,
})

type Review = Output<typeof readReview>

export const aReview = (businessId: Review['businessId'], changes: Partial<Review> = {}): Review => ({
  id: newId('review'),
  businessId,
  bookingId: newId('booking'),
  serviceName: 'Haircut',
  stars: 4,
  by: 'Cleo',
  verified: true,
  at: '2026-11-24T17:00:00Z',
  version: 1,
  ...changes,
})

/** Of a booking that is confirmed. */
export const aThread = (changes: Partial<Output<typeof listMessages>> = {}): Output<typeof listMessages> => ({
  items: [],
  read: { consumer: 0, business: 0 },
  hidesContacts: false,
  ...changes,
})
