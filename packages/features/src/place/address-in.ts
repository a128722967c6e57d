/** "Boise, Idaho", "83702 Boise, ID": what the name of a place in the gazetteer says of an address. */
export function addressIn(label: string): { city: string; region?: string; postcode?: string } {
  const postcode = /\b\d{5}\b/.exec(label)?.[0]
  const [city = '', region] = label
    .replace(/\b\d{5}\b/, '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return { city, ...(region && { region }), ...(postcode && { postcode }) }
}
