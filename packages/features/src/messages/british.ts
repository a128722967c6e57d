import type { PartialTranslation } from '../i18n'
import type { en } from './en'

/** What British English writes in another way. */
export const british: PartialTranslation<typeof en> = {
  time: { dayTitle: '{{weekday}} {{date}}' },
  category: { auto: 'Cars', bike: 'Bikes', garden: 'Garden', sport: 'Sport' },
}
