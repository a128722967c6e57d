import { z } from 'zod'
import { id } from '@buy-locals/values/ids'
import { basisPoints, currency } from '@buy-locals/values/money'
import { instant, localDate, timeZone, wallTime } from '@buy-locals/values/time'
import { email, line, location, phone, searchText, slug, version, text } from '../shapes.ts'
import { categories, partsOfDay } from './choices.ts'

export const category = z.enum(categories)
export type Category = z.output<typeof category>

/** TypeScript knows an output to be one of seven; the document says 1 to 7. */
const weekday = z.int().min(1).max(7) as unknown as z.ZodType<1 | 2 | 3 | 4 | 5 | 6 | 7, number>
/** A day begins at 00:00; only its end may be written 24:00. */
const opening = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day as HH:MM')
const shift = z.object({ day: weekday, opens: opening, closes: wallTime })
const specialDay = z
  .object({
    date: localDate,
    closed: z.boolean().optional(),
    opens: opening.optional(),
    closes: wallTime.optional(),
    note: line(120).optional(),
  })
  .refine((day) => (day.closed ? !day.opens && !day.closes : day.opens && day.closes), 'closed, or opens and closes')

/** `day` 1 is Monday; `closes` ≤ `opens` runs past midnight. */
export const hours = z
  .object({ weekly: z.array(shift).max(60), special: z.array(specialDay).max(400).default([]) })
  .meta({ id: 'Hours' })
export type Hours = z.output<typeof hours>
export type Shift = Hours['weekly'][number]
export type SpecialDay = Hours['special'][number]

export const address = z
  .object({
    street: line(120).optional(),
    city: line(80),
    region: line(80).optional(),
    postcode: line(16).optional(),
    country: z
      .string()
      .regex(/^[A-Za-z]{2}$/, 'two letters of ISO 3166')
      .toUpperCase(),
  })
  .meta({ id: 'Address' })
export type Address = z.output<typeof address>

/** Where a text that somebody wrote may be. `address` has what is said of it, `precision` how near `location` is. */
export const place = z
  .object({ label: line(160), address, location, precision: z.enum(['exact', 'street', 'postcode', 'city']) })
  .meta({ id: 'Place' })
export type Place = z.output<typeof place>

/** What somebody who is still typing may mean. Whatever comes from Google is shown with Google's name. */
export const placeSuggestion = z
  .object({ id: line(300), label: line(160), source: z.enum(['gazetteer', 'google']) })
  .meta({ id: 'PlaceSuggestion' })
export type PlaceSuggestion = z.output<typeof placeSuggestion>

const website = z.url({ protocol: /^https?$/ }).max(300)

export const businessStatus = z.enum(['draft', 'pending', 'published', 'suspended', 'closed'])
export type BusinessStatus = z.output<typeof businessStatus>

/** Where rows come from that no owner wrote. */
export const source = z
  .object({
    kind: z.enum(['demonstration', 'open-data']),
    name: line(120),
    licence: line(80),
    url: z.url().optional(),
    asOf: line(80).optional(),
  })
  .meta({ id: 'Source' })

export const rating = z
  .object({ mean: z.number().min(0).max(5), count: z.int().min(0) })
  .meta({ id: 'Rating', description: 'The plain mean of all published reviews; 0 where there is none' })

export const openNow = z
  .object({ isOpen: z.boolean(), nextChange: instant.optional() })
  .nullable()
  .meta({ id: 'OpenState', description: 'null where the hours are unknown' })
export type OpenState = z.output<typeof openNow>

/** What of a published business waits for the operator; the old profile stays in view. Null: to be taken away. */
export const proposedChange = z
  .object({
    name: line(80),
    categories: z.array(category).min(1).max(5),
    address,
    location,
    website: website.nullable(),
  })
  .partial()
  .meta({ id: 'ProposedChange' })
export type ProposedChange = z.output<typeof proposedChange>

/** What an operator decided last of a business or its change, with the reason, for its owners and managers. */
export const decision = z
  .object({
    outcome: z.enum(['approved', 'refused', 'returned', 'rejected', 'suspended']),
    reason: text(500).optional(),
    at: instant,
  })
  .meta({ id: 'Decision' })
export type Decision = z.output<typeof decision>

/** What is sent is read by its bytes; these are the kinds that can be. */
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export const maxPhotoBytes = 15_000_000
/** Of one business, with those that are on their way. */
export const maxPhotos = 30
/** What else of a business has a photo. */
export const photoSubject = z.union([id('service'), id('staff')])
/** Of one service or member of staff, with one that is on its way. */
export const maxPhotosOfDetail = 1
/** Of all services and staff of one business. */
export const maxDetailPhotos = 300
export const maxAltLength = 160
/** What it shows, for those who do not see it. Empty until somebody has described it. */
const altText = searchText(maxAltLength)

/** What everybody sees of a photo. The addresses say what is in them, and their content never changes. */
export const shownPhoto = z
  .object({
    id: id('photo'),
    /** The largest, as JPEG. */
    url: z.string(),
    alt: altText,
    width: z.int().min(1),
    height: z.int().min(1),
    /** Smallest first. */
    sizes: z
      .array(z.object({ width: z.int(), height: z.int(), avif: z.string(), webp: z.string(), jpeg: z.string() }))
      .min(1),
    /** Until it is loaded: the dominant color, and a ThumbHash in base 64. */
    color: z.string().regex(/^#[0-9a-f]{6}$/),
    thumbHash: z.string(),
  })
  .meta({ id: 'Photo' })
export type ShownPhoto = z.output<typeof shownPhoto>

/** A photo of a service or of a member of staff, in the widths of cards. */
export const detailPhoto = z.object({ of: photoSubject, photo: shownPhoto }).meta({ id: 'DetailPhoto' })
export type DetailPhoto = z.output<typeof detailPhoto>

export const photoStatus = z.enum(['uploading', 'processing', 'ready', 'refused'])
/** Why it cannot be shown. Clients word it. */
export const photoRefusals = ['heic', 'animation', 'not-a-photo', 'too-many-pixels', 'too-small', 'unreadable'] as const
export type PhotoRefusal = (typeof photoRefusals)[number]

/** A photo as those see it who look after the business. */
export const ownPhoto = z
  .object({
    id: id('photo'),
    status: photoStatus,
    alt: altText,
    refusal: z.enum(photoRefusals).optional(),
    /** Once it is ready. */
    shown: shownPhoto.optional(),
    version,
  })
  .meta({ id: 'OwnPhoto' })
export type OwnPhoto = z.output<typeof ownPhoto>

/** How the bytes are sent: a form with these fields, and the file after them as `file`. */
export const upload = z
  .object({
    url: z.url(),
    method: z.literal('POST'),
    headers: z.record(z.string(), z.string()),
    fields: z.record(z.string(), z.string()),
    expiresAt: instant,
  })
  .meta({ id: 'Upload' })
export type Upload = z.output<typeof upload>

export const business = z
  .object({
    id: id('business'),
    slug,
    marketId: id('market'),
    status: businessStatus,
    name: line(80),
    description: text(2000).optional(),
    categories: z.array(category).min(1).max(5),
    address,
    /** The public point; a private address stays with the owner. */
    location,
    timeZone,
    currency,
    phone: phone.optional(),
    website: website.optional(),
    priceLevel: z.int().min(1).max(4).optional(),
    /** Absent: unknown, which is not closed. */
    hours: hours.optional(),
    /** The first is the cover. */
    photos: z.array(shownPhoto),
    claimed: z.boolean(),
    source: source.optional(),
    /** For its members and the operator. */
    proposed: proposedChange.optional(),
    decision: decision.optional(),
    version,
  })
  .meta({ id: 'Business' })
export type Business = z.output<typeof business>

/** `mailed`: until the link in the mail is followed. `pending`: until the operator decides. */
export const claimStatus = z.enum(['mailed', 'pending', 'approved', 'rejected'])
/** Open claims of one business. */
export const maxOpenClaims = 10

export const claim = z
  .object({ id: id('claim'), businessId: id('business'), status: claimStatus, createdAt: instant })
  .meta({ id: 'Claim' })

export const claimToDecide = claim
  .extend({
    business: business.pick({ id: true, slug: true, name: true, address: true, phone: true, website: true }),
    note: text(500).optional(),
  })
  .meta({ id: 'ClaimToDecide' })

/** What can be wrong with a page. */
export const listingFaults = ['closed', 'wrong-address', 'wrong-phone', 'not-a-business', 'other'] as const
/** Open reports of one business; more say nothing new. */
export const maxOpenReports = 20

export const listingReport = z
  .object({
    id: id('listingReport'),
    business: business.pick({
      id: true,
      slug: true,
      name: true,
      address: true,
      phone: true,
      claimed: true,
      status: true,
    }),
    fault: z.enum(listingFaults),
    note: text(500).optional(),
    reportedAt: instant,
  })
  .meta({ id: 'ListingReport' })

export const partOfDay = z.enum(partsOfDay)
export type PartOfDay = z.output<typeof partOfDay>

/** Letters of a query. */
export const maxSearchText = 80

/** Everybody's first page lists them all. */
export const maxMarkets = 500

export const marketContact = z.object({ email, phone: phone.optional() })

/** More than this is a mistake at the keyboard. */
export const maxFeeBasisPoints = 3_000

export const market = z
  .object({
    id: id('market'),
    slug,
    name: line(80),
    location,
    timeZone,
    currency,
    /** The market's share of what is paid online. */
    feeBasisPoints: basisPoints,
    /** How long after completion a complaint can be filed, and the money stays. */
    complaintHours: z.int().min(0).max(720),
    /** Whom people of this market write to or call. */
    contact: marketContact.optional(),
    version,
  })
  .meta({ id: 'Market' })
export type Market = z.output<typeof market>

/** Businesses of one page of the sitemap, fewer where some have left the site. */
export const siteAddressesPerPage = 10_000
