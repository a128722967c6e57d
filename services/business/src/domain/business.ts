import type { Business, BusinessStatus } from '@buy-locals/contracts/business/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { openState, type Hours } from '@buy-locals/scheduling'
import { timeZone as zone } from '@buy-locals/values/time'

/** A business with what only its members and the operator may know. */
export type FullBusiness = Business & {
  addressIsPrivate: boolean
  sourceId?: string | undefined
  /** Of the last change to what a form shows. Photos come by themselves, and raise the version alone. */
  formVersion: number
}

/** What anyone may see, in responses and in events. */
export function toPublicBusiness({
  addressIsPrivate,
  sourceId: _,
  formVersion: _formVersion,
  proposed: _proposed,
  decision: _decision,
  ...business
}: FullBusiness): Business {
  if (!addressIsPrivate) return business
  const { city, region, country } = business.address
  return { ...business, address: { city, region, country } }
}

/** With what waits for the operator. */
export const toMembersBusiness = (business: FullBusiness): Business => ({
  ...toPublicBusiness(business),
  proposed: business.proposed,
  decision: business.decision,
})

type State = { status: BusinessStatus; version: number; formVersion: number; hours?: Hours | undefined }

/** Asks the operator to publish it. Name, category, address and place are there from the first day. */
export function submit<B extends State>(business: B): B {
  refuseUnless(business, ['draft'])
  const missing = isEverOpen(business.hours) ? [] : ['hours']
  if (missing.length > 0) throw new Problem('business/incomplete', `Still missing: ${missing.join(', ')}`, { missing })
  return toNextVersion({ ...business, status: 'pending' })
}

/** To be put right by its owner, and submitted again. */
export function sendBack<B extends State>(business: B): B {
  refuseUnless(business, ['pending'])
  return toNextVersion({ ...business, status: 'draft' })
}

/** It does not appear on the site. The operator may think better of it. */
export function reject<B extends State>(business: B): B {
  refuseUnless(business, ['pending'])
  return toNextVersion({ ...business, status: 'suspended' })
}

export function approve<B extends State>(business: B): B {
  refuseUnless(business, ['pending', 'suspended'])
  return toNextVersion({ ...business, status: 'published' })
}

export function suspend<B extends State>(business: B): B {
  refuseUnless(business, ['published'])
  return toNextVersion({ ...business, status: 'suspended' })
}

export function change<B extends State>(business: B, changes: Partial<Omit<B, 'status' | 'version'>>): B {
  refuseUnless(business, ['draft', 'pending', 'published', 'suspended'])
  return toNextVersion({ ...business, ...changes })
}

/** Of a business that nobody owns any more and that never was on the site: what its owner wrote goes, so that no other service keeps it either. */
export function eraseProfile(business: FullBusiness): FullBusiness {
  const { city, region, country } = business.address
  return toNextVersion({
    ...business,
    status: 'closed',
    slug: business.id.replaceAll('_', '-'),
    name: 'Closed business',
    description: undefined,
    address: { city, region, country },
    location: toArea(business.location),
    phone: undefined,
    website: undefined,
    photos: [],
    proposed: undefined,
    decision: undefined,
    hours: undefined,
  })
}

/** A tenth of a degree is about ten kilometres: a town, and nobody's home. */
const toArea = ({ lat, lon }: Business['location']) => ({
  lat: Math.round(lat * 10) / 10,
  lon: Math.round(lon * 10) / 10,
})

/** To a stranger, no other business exists. */
export const isPublic = ({ status }: Pick<State, 'status'>): boolean => status === 'published' || status === 'closed'

export const showPhotos = (business: FullBusiness, photos: FullBusiness['photos']): FullBusiness => ({
  ...change(business, { photos }),
  formVersion: business.formVersion,
})

/** Whoever has read the profile since it was last edited may edit it, whatever photos have come. */
export function refuseStaleForm({ version, formVersion }: FullBusiness, readVersion: number): void {
  if (readVersion < formVersion || readVersion > version) refuseStale({ version }, readVersion)
}

export function refuseStale({ version }: Pick<State, 'version'>, readVersion: number): void {
  if (version !== readVersion) throw new Problem('stale', `It has version ${version} by now`, { version })
}

/** Null where the hours are unknown, which is not closed. So they are in a zone that this machine does not know any more. */
export const toOpenState = ({ hours, timeZone }: Pick<Business, 'hours' | 'timeZone'>, now: string) =>
  hours && zone.safeParse(timeZone).success ? openState(hours, timeZone, now) : null

const toNextVersion = <B extends State>(business: B): B => {
  const version = business.version + 1
  return { ...business, version, formVersion: version }
}

const isEverOpen = (hours: Hours | undefined): boolean =>
  hours !== undefined && (hours.weekly.length > 0 || (hours.special ?? []).some(({ closed }) => !closed))

function refuseUnless({ status }: State, allowed: BusinessStatus[]): void {
  if (!allowed.includes(status)) throw new Problem('business/wrong-state', `It is ${status}`, { state: status })
}
