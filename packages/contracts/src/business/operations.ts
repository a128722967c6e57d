import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, price } from '@buy-locals/values/money'
import { instant, localDate, timeZone } from '@buy-locals/values/time'
import { operation } from '../operation.ts'
import { cursor, limit, line, location, page, slug, text, queryFlag, searchText } from '../shapes.ts'
import {
  business,
  businessStatus,
  category,
  claim,
  claimToDecide,
  detailPhoto,
  hours,
  listingFaults,
  listingReport,
  market,
  marketContact,
  maxFeeBasisPoints,
  maxPhotoBytes,
  maxPhotos,
  maxSearchText,
  openNow,
  ownPhoto,
  partOfDay,
  place,
  placeSuggestion,
  photoSubject,
  photoTypes,
  rating,
  siteAddressesPerPage,
  upload,
} from './shapes.ts'

const read = { service: 'business', method: 'get', throttle: 'read', status: 200 } as const
const write = { service: 'business', method: 'post', throttle: 'write', status: 200 } as const
const ofBusiness = z.object({ businessId: id('business') })

export const profile = business
  .extend({
    open: openNow,
    rating,
    /** Who reads mail at it can claim the page. Absent where somebody looks after it, or its website tells nothing. */
    claimDomain: z.string().max(253).optional(),
  })
  .meta({ id: 'Profile', description: 'A business as anyone sees it' })

export const listing = z
  .object({
    id: id('business'),
    slug,
    name: line(80),
    categories: z.array(category),
    location,
    distanceMetres: z.int().min(0).optional(),
    rating,
    open: openNow,
    priceLevel: z.int().min(1).max(4).optional(),
    /** The cover. */
    photo: business.shape.photos.element.optional(),
    city: line(80),
    /** Somebody looks after the page. */
    claimed: z.boolean(),
    /** It has services that can be booked. */
    bookable: z.boolean(),
    source: z.enum(['demonstration', 'open-data']).optional(),
    /** What of it was looked for, and when that is free next: on the day that was asked for, or in the next week. */
    next: z
      .object({ serviceId: id('service'), serviceName: line(80), price, starts: z.array(instant).max(3) })
      .optional(),
  })
  .meta({ id: 'Listing' })

/** What an owner writes. Market, zone and currency follow from the place; the zone can be corrected. */
const written = z.object({
  name: line(80),
  description: text(2000).optional(),
  categories: business.shape.categories,
  address: business.shape.address,
  location,
  phone: business.shape.phone,
  website: business.shape.website,
  priceLevel: business.shape.priceLevel,
})

const near = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,20})?,-?\d{1,3}(\.\d{1,20})?$/, 'lat,lon')
  .transform((text) => {
    const [lat = 0, lon = 0] = text.split(',').map(Number)
    return { lat, lon }
  })
  .pipe(location)
  .meta({ description: 'lat,lon', examples: ['43.615,-116.2'] })

const bbox = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,20})?(,-?\d{1,3}(\.\d{1,20})?){3}$/, 'west,south,east,north')
  .transform((text) => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number)
    return { west, south, east, north }
  })
  .refine((b) => b.south < b.north && b.west < b.east && b.south >= -90 && b.north <= 90 && b.west >= -180 && b.east <= 180, 'west < east and south < north, in degrees')
  .meta({ description: 'west,south,east,north', examples: ['-116.4,43.5,-116,43.7'] }) // prettier-ignore

export const listMarkets = operation({
  ...read,
  id: 'listMarkets',
  title: 'List markets',
  shared: true,
  path: '/markets',
  access: 'anyone',
  summary: 'The towns there are',
  returns: z.object({ items: z.array(market) }),
  problems: [],
})

export const readSitemap = operation({
  ...read,
  id: 'readSitemap',
  title: 'Count sitemap pages',
  shared: true,
  path: '/sitemap',
  access: 'anyone',
  summary: 'How many pages the list of all business addresses has',
  returns: z.object({ pages: z.int().min(0) }),
  problems: [],
})

export const readSitemapPage = operation({
  ...read,
  id: 'readSitemapPage',
  title: 'Read a sitemap page',
  shared: true,
  path: '/sitemap/:page',
  access: 'anyone',
  summary: 'The addresses of published businesses that search engines may list',
  params: z.object({ page: z.coerce.number().int().min(0).max(99_999) }),
  returns: z.object({ slugs: z.array(slug).max(siteAddressesPerPage) }),
  problems: ['not-found'],
})

export const findPlaces = operation({
  ...read,
  id: 'findPlaces',
  title: 'Find a place',
  path: '/places',
  access: 'anyone',
  summary: 'Where a town, ZIP code or address is; `kind=town` while it is being typed',
  query: z.object({
    q: line(120),
    /** Towns and ZIP codes alone, by their beginning. */
    kind: z.enum(['town']).optional(),
  }),
  returns: z.object({ items: z.array(place) }),
  problems: ['too-many-requests'],
})

/** Made by the client by chance, one for each place that somebody types and chooses. */
const session = z.string().regex(/^[\w-]{22,36}$/)

export const suggestPlaces = operation({
  ...read,
  id: 'suggestPlaces',
  title: 'Suggest places',
  path: '/places/suggestions',
  access: 'person',
  summary: 'Towns, ZIP codes and addresses that somebody may be typing',
  query: z.object({ q: line(120), session }),
  returns: z.object({ items: z.array(placeSuggestion) }),
  problems: ['too-many-requests'],
})

export const readPlace = operation({
  ...read,
  id: 'readPlace',
  title: 'Read a place',
  path: '/places/:placeId',
  access: 'person',
  summary: 'The place of a suggestion; its session is over then',
  params: z.object({ placeId: z.string().regex(/^[\w.-]{1,300}$/) }),
  query: z.object({ session }),
  returns: place,
  problems: ['not-found', 'too-many-requests', 'business/places-unavailable'],
})

export const searchBusinesses = operation({
  ...read,
  id: 'searchBusinesses',
  title: 'Search businesses',
  shared: true,
  path: '/businesses',
  access: 'anyone',
  summary: 'Published businesses in an area',
  query: z
    .object({
      near,
      /** Metres around `near`. */
      radius: z.coerce.number().int().min(50).max(100_000).default(10_000),
      bbox,
      q: searchText(maxSearchText),
      /** As it was typed, even where that finds nothing. */
      exact: queryFlag,
      category,
      openNow: queryFlag,
      openAt: instant,
      bookableOn: localDate,
      /** Of `bookableOn`, on the clocks of the business: until noon, until 5 PM, or after. */
      partOfDay,
      minRating: z.coerce.number().min(1).max(5),
      price: z.coerce.number().int().min(1).max(4),
      sort: z.enum(['distance', 'rating', 'relevance']),
      limit,
      cursor,
    })
    .partial({ near: true, bbox: true, q: true, category: true, openAt: true, bookableOn: true, partOfDay: true, minRating: true, price: true, sort: true, cursor: true })
    .refine((query) => (query.near === undefined) !== (query.bbox === undefined), 'near or bbox, one of them')
    .refine((query) => !query.partOfDay || query.bookableOn, 'for a part of the day, say bookableOn')
    .refine((query) => query.sort !== 'distance' || query.near, 'to sort by distance, say near'), // prettier-ignore
  returns: page(listing).extend({
    facets: z.object({ category: z.array(z.object({ id: category, count: z.int() })) }),
    /** What was searched instead, where `q` itself finds nothing. */
    reading: z.object({ as: z.string(), q: z.string() }).optional(),
  }),
  problems: [],
})

export const findSuggestions = operation({
  ...read,
  id: 'findSuggestions',
  title: 'Suggest searches',
  shared: true,
  path: '/businesses/suggestions',
  access: 'anyone',
  summary: 'What somebody who is still typing may be looking for',
  query: z.object({ q: searchText(maxSearchText), near }),
  returns: z.object({
    items: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('category'), category }),
        /** To be searched for. */
        z.object({ kind: z.literal('service'), name: line(120) }),
        z.object({ kind: z.literal('business'), slug, name: line(80), city: line(80) }),
      ]),
    ),
  }),
  problems: [],
})

export const readBusiness = operation({
  ...read,
  id: 'readBusiness',
  title: 'Read a business',
  shared: true,
  showsMembersMore: true,
  path: '/businesses/:businessId',
  access: 'anyone',
  summary: 'One business, by id or slug; a draft only for its members and the operator',
  params: z.object({ businessId: z.union([id('business'), slug]) }),
  returns: profile,
  problems: ['not-found'],
})

export const registerBusiness = operation({
  ...write,
  id: 'registerBusiness',
  title: 'Register a business',
  sensitive: true,
  path: '/businesses',
  idempotent: 'if-sent',
  access: 'person',
  summary: 'Add a business as a draft; whoever adds it owns it',
  body: written.extend({ slug: slug.optional(), marketId: id('market').optional(), timeZone: timeZone.optional() }),
  status: 201,
  returns: business,
  problems: ['business/slug-taken', 'too-many-requests', 'limit-reached'],
})

export const changeBusiness = operation({
  ...write,
  id: 'changeBusiness',
  title: 'Change a business',
  sensitive: true,
  method: 'patch',
  path: '/businesses/:businessId',
  access: 'manager',
  conditional: true,
  summary: 'Change the profile; of a published business, a new name, category, town or website waits for the operator',
  params: ofBusiness,
  /** Null takes away what is there. */
  body: written
    .extend({
      ...{ slug, timeZone },
      description: written.shape.description.nullable(),
      phone: written.shape.phone.nullable(),
      website: written.shape.website.nullable(),
      priceLevel: written.shape.priceLevel.nullable(),
    })
    .partial(),
  returns: business,
  problems: ['stale', 'business/slug-taken'],
})

export const changeHours = operation({
  ...write,
  id: 'changeHours',
  title: 'Set opening hours',
  sensitive: true,
  method: 'put',
  path: '/businesses/:businessId/hours',
  access: 'manager',
  conditional: 'if-sent',
  summary: 'Weekly and special hours, all at once',
  params: ofBusiness,
  body: hours,
  returns: business,
  problems: ['stale'],
})

export const publishBusiness = operation({
  ...write,
  id: 'publishBusiness',
  title: 'Submit for review',
  sensitive: true,
  path: '/businesses/:businessId/publication',
  access: 'owner',
  summary: 'Ask the operator to approve a draft',
  params: ofBusiness,
  returns: business,
  problems: ['business/wrong-state', 'business/incomplete'],
})

export const approveBusiness = operation({
  ...write,
  id: 'approveBusiness',
  title: 'Approve a business',
  sensitive: true,
  path: '/businesses/:businessId/approval',
  access: 'operator',
  summary:
    'Publish a pending or suspended business, send it back or reject it with a reason, or decide what a published one has changed',
  params: ofBusiness,
  /** `refused`: what was proposed is dropped. `returned`: a draft again, to be put right. `rejected`: off the site. */
  body: z
    .object({
      outcome: z.enum(['approved', 'refused', 'returned', 'rejected']).default('approved'),
      /** Its owners read it. */
      reason: text(500).optional(),
    })
    .refine(({ outcome, reason }) => reason !== undefined || outcome === 'approved' || outcome === 'refused', {
      path: ['reason'],
      error: 'say why',
    })
    .optional(),
  returns: business,
  problems: ['not-found', 'business/wrong-state'],
})

export const suspendBusiness = operation({
  ...write,
  id: 'suspendBusiness',
  title: 'Suspend a business',
  hides: true,
  sensitive: true,
  path: '/businesses/:businessId/suspension',
  access: 'operator',
  summary: 'Take a published business out of sight, with the reason',
  params: ofBusiness,
  body: z.object({ reason: text(500) }),
  returns: business,
  problems: ['not-found', 'business/wrong-state'],
})

export const listMarketBusinesses = operation({
  ...read,
  id: 'listMarketBusinesses',
  title: "List a market's businesses",
  path: '/markets/:marketId/businesses',
  access: 'operator',
  summary: "The market's businesses in a state, newest first; `pending` has those with changes to approve too",
  params: z.object({ marketId: id('market') }),
  query: z.object({
    status: businessStatus.default('pending'),
    /** A part of the name. */
    q: searchText(80).optional(),
    /** Those that an owner runs, or those that were imported and nobody has claimed. */
    claimed: z.stringbool().optional(),
    limit,
    cursor: cursor.optional(),
  }),
  returns: page(business),
  problems: ['not-found'],
})

export const changeMarket = operation({
  ...write,
  id: 'changeMarket',
  title: 'Change market settings',
  sensitive: true,
  method: 'patch',
  path: '/markets/:marketId',
  access: 'operator',
  conditional: 'if-sent',
  summary: 'Set the name, the fee, the complaint window and the contact',
  params: z.object({ marketId: id('market') }),
  body: z
    .object({
      name: line(80),
      feeBasisPoints: basisPoints.max(maxFeeBasisPoints),
      complaintHours: market.shape.complaintHours,
      contact: marketContact.nullable(),
    })
    .partial(),
  returns: market,
  problems: ['not-found', 'stale'],
})

export const reportListing = operation({
  ...write,
  id: 'reportListing',
  title: 'Report a listing',
  path: '/businesses/:businessId/reports',
  access: 'anyone',
  summary: 'Tell the operator what is wrong with the page of a business',
  params: ofBusiness,
  body: z.object({ fault: z.enum(listingFaults), note: text(500).optional() }),
  status: 202,
  returns: z.object({}),
  problems: ['not-found', 'too-many-requests'],
})

export const listListingReports = operation({
  ...read,
  id: 'listListingReports',
  title: 'List reports of listings',
  path: '/markets/:marketId/listing-reports',
  access: 'operator',
  summary: 'What people have reported of pages and nobody has dealt with yet, oldest first',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(listingReport),
  problems: ['not-found'],
})

export const resolveListingReport = operation({
  ...write,
  id: 'resolveListingReport',
  title: 'Resolve a listing report',
  path: '/listing-reports/:reportId/resolution',
  access: 'operator',
  summary: 'Take a report off the list',
  params: z.object({ reportId: id('listingReport') }),
  returns: z.object({}),
  problems: ['not-found'],
})

export const claimBusiness = operation({
  ...write,
  id: 'claimBusiness',
  title: 'Claim a business',
  path: '/businesses/:businessId/claims',
  access: 'person',
  summary:
    'Say that an unclaimed page is yours: by a link to an address at its website, or by what the operator can check',
  params: ofBusiness,
  /** The name before the @ at `claimDomain`; without it the note is for the operator. */
  body: z
    .object({
      mailbox: z.string().regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/i, 'what stands before the @'),
      note: text(500),
    })
    .partial()
    .refine((body) => (body.mailbox === undefined) !== (body.note === undefined), 'a mailbox or a note, one of them'),
  status: 201,
  returns: claim,
  problems: ['not-found', 'business/already-claimed', 'too-many-requests', 'limit-reached'],
})

export const confirmClaim = operation({
  ...write,
  id: 'confirmClaim',
  title: 'Confirm a claim',
  path: '/claims/confirmation',
  access: 'person',
  summary: 'Become the owner by the link that was mailed to the website; only whoever asked for it can',
  body: z.object({ token: z.string().max(100) }),
  returns: business,
  problems: ['auth/link-invalid', 'business/already-claimed', 'limit-reached'],
})

export const listClaims = operation({
  ...read,
  id: 'listClaims',
  title: 'List claims',
  path: '/markets/:marketId/claims',
  access: 'operator',
  summary: 'Claims that the operator decides, oldest first',
  params: z.object({ marketId: id('market') }),
  query: z.object({ limit, cursor: cursor.optional() }),
  returns: page(claimToDecide),
  problems: ['not-found'],
})

export const decideClaim = operation({
  ...write,
  id: 'decideClaim',
  title: 'Decide a claim',
  sensitive: true,
  path: '/claims/:claimId/decision',
  access: 'operator',
  summary: 'Make whoever claims a page its owner, or tell them why not',
  params: z.object({ claimId: id('claim') }),
  body: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('approved') }),
    z.object({ outcome: z.literal('rejected'), reason: text(500) }),
  ]),
  returns: claim,
  problems: ['not-found', 'business/already-claimed', 'business/wrong-state', 'limit-reached'],
})

const ofPhoto = ofBusiness.extend({ photoId: id('photo') })

export const listPhotos = operation({
  ...read,
  id: 'listPhotos',
  title: 'List photos',
  path: '/businesses/:businessId/photos',
  access: 'manager',
  summary:
    'The photos of a business in their order, or those of one service or member of staff; those too that are on their way or were refused',
  params: ofBusiness,
  query: z.object({ of: photoSubject.optional() }),
  returns: z.object({ items: z.array(ownPhoto) }),
  problems: [],
})

export const listDetailPhotos = operation({
  ...read,
  id: 'listDetailPhotos',
  title: 'List detail photos',
  shared: true,
  showsMembersMore: true,
  path: '/businesses/:businessId/detail-photos',
  access: 'anyone',
  summary: 'What the public sees of the services and staff of a business, one photo of each that has one',
  params: ofBusiness,
  returns: z.object({ items: z.array(detailPhoto) }),
  problems: ['not-found'],
})

export const addPhoto = operation({
  ...write,
  id: 'addPhoto',
  title: 'Add a photo',
  sensitive: true,
  path: '/businesses/:businessId/photos',
  access: 'manager',
  idempotent: true,
  summary: 'Announce a photo; the response says where its bytes are sent, for an hour',
  params: ofBusiness,
  body: z.object({
    contentType: z.enum(photoTypes),
    /** Exactly as many as will be sent. */
    bytes: z.int().min(1).max(maxPhotoBytes),
    alt: ownPhoto.shape.alt.default(''),
    /** A service or a member of staff; of the business itself by default. */
    of: photoSubject.optional(),
  }),
  status: 201,
  returns: z.object({ photo: ownPhoto, upload }),
  problems: ['business/wrong-state', 'limit-reached', 'too-many-requests'],
})

export const changePhoto = operation({
  ...write,
  id: 'changePhoto',
  title: 'Change a photo',
  sensitive: true,
  method: 'patch',
  path: '/businesses/:businessId/photos/:photoId',
  access: 'manager',
  conditional: 'if-sent',
  summary: 'Describe a photo, or make it the cover, which is the first',
  params: ofPhoto,
  body: z.object({ alt: ownPhoto.shape.alt, cover: z.literal(true) }).partial(),
  returns: ownPhoto,
  problems: ['not-found', 'stale'],
})

export const deletePhoto = operation({
  ...write,
  id: 'deletePhoto',
  title: 'Delete a photo',
  sensitive: true,
  method: 'delete',
  path: '/businesses/:businessId/photos/:photoId',
  access: 'manager',
  summary: 'Delete a photo; its files go an hour later',
  params: ofPhoto,
  status: 204,
  problems: ['not-found'],
})

export const orderPhotos = operation({
  ...write,
  id: 'orderPhotos',
  title: 'Order photos',
  sensitive: true,
  method: 'put',
  path: '/businesses/:businessId/photos/order',
  access: 'manager',
  summary: 'Put all photos of a business in an order; the first is the cover',
  params: ofBusiness,
  /** Every photo once. Where one was added or deleted in the meantime, it is refused as stale. */
  body: z.object({ photoIds: z.array(id('photo')).max(10 * maxPhotos) }),
  returns: z.object({ items: z.array(ownPhoto) }),
  problems: ['stale'],
})
