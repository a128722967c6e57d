type Address = {
  street?: string | undefined
  city: string
  region?: string | undefined
  postcode?: string | undefined
  country: string
}

/** Where the postcode stands last, behind the state; elsewhere it stands before the city. */
const postcodeLast = new Set(['AU', 'CA', 'GB', 'IE', 'NZ', 'US'])

/** "312 S 3rd St, Boise, ID 83702", as a letter is addressed there. Of the country nothing: whoever reads it is in it. */
export function formatAddress({ street, city, region, postcode, country }: Address): string {
  const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ')
  const town = postcodeLast.has(country) ? [city, join(region, postcode)] : [join(postcode, city), region]
  return [street, ...town].filter(Boolean).join(', ')
}
