import { parse } from 'tldts'
import type { Business } from '@buy-locals/contracts/business/shapes'

/** Anybody has a mailbox or a page there. */
const ofEverybody = new Set(
  'gmail googlemail google yahoo ymail outlook hotmail live msn microsoft icloud me apple aol proton protonmail pm gmx web mail zoho yandex fastmail hey tutanota comcast att verizon sbcglobal bellsouth cox charter spectrum facebook fb instagram twitter x tiktok linkedin youtube pinterest yelp tripadvisor foursquare opentable resy doordash ubereats grubhub booksy fresha vagaro styleseat squareup square wix squarespace weebly wordpress blogger godaddy shopify etsy linktr linktree bit'.split(
    ' ',
  ),
)

/** The domain that the website of an unclaimed page shows to be its own. */
export function toClaimDomain({
  claimed,
  website,
  status,
}: Pick<Business, 'claimed' | 'website' | 'status'>): string | undefined {
  if (claimed || status !== 'published' || !website) return undefined
  const { domain, domainWithoutSuffix, isIp, isIcann, isPrivate } = parse(website, { allowPrivateDomains: true })
  if (!domain || !domainWithoutSuffix || isIp || isPrivate || !isIcann) return undefined
  return ofEverybody.has(domainWithoutSuffix) ? undefined : domain
}
