import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min'

/** E.164 of a number as people write it in a country: "(208) 555-0123" in the US is +12085550123. Undefined where it is none, or has an extension, which E.164 has no place for. */
export function readPhone(text: string, country: string): string | undefined {
  const number = parsePhoneNumberFromString(text, country as CountryCode)
  return number?.isPossible() && !number.ext ? number.number : undefined
}

/** As it is written where it is read: "(208) 555-0123" in its own country, "+1 208 555 0123" elsewhere. Without a country it is taken to be read in its own. */
export function formatPhone(phone: string, country?: string): string {
  const number = parsePhoneNumberFromString(phone)
  if (!number) return phone
  return !country || number.country === country ? number.formatNational() : number.formatInternational()
}
