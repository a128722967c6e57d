import type { formerCustomer } from '@buy-locals/contracts/review/shapes'
import { translatorForFeatures, type I18n } from '../i18n'

/** Its value alone: a page would load every shape with it. */
const erased: typeof formerCustomer = 'Former customer'

/** As a screen names whoever wrote or booked: services say of an erased person only that there was one, in English. */
export const formatAuthor = (i18n: I18n, by: string): string =>
  by === erased ? translatorForFeatures(i18n)('place.formerCustomer') : by
