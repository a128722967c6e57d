import type { PartialTranslation } from '../i18n'
import type { en } from './en'

/** What British English writes in another way. */
export const british: PartialTranslation<typeof en> = {
  category: { auto: 'Cars', bike: 'Bikes', garden: 'Garden', sport: 'Sport' },
}
