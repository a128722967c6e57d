import { isDate } from '@buy-locals/features/time/dates'

/** A date of an address or a field; undefined where it is none. */
export const parseDate = (text: string | null): string | undefined => (text && isDate(text) ? text : undefined)
