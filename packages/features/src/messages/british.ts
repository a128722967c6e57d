import type { PartialTranslation } from '../i18n'
import type { en } from './en'

/** What British English writes in another way. */
export const british = {
  time: { dayTitle: '{{weekday}} {{date}}' },
  form: { badPhone: 'Enter a phone number with its area code, like 020 7946 0123' },
  category: { auto: 'Cars', bike: 'Bikes', garden: 'Garden', sport: 'Sport' },
} satisfies PartialTranslation<typeof en>
