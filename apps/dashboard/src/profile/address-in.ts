/** What the name of a found place says of an address: "83702 Boise, ID" or "Boise, ID". */
export function addressIn(label: string): { postcode?: string; city: string; region?: string } {
  const [, postcode, city = label, region] = /^(\d[\w-]*)?\s*([^,]+)(?:,\s*(.+))?$/.exec(label) ?? []
  return { city, ...(postcode && { postcode }), ...(region && { region }) }
}
