import type { PartialTranslation } from '../i18n'
import type { en } from './en'

/** What British English writes in another way. */
export const british = {
  time: { dayTitle: '{{weekday}} {{date}}' },
  find: {
    whereExample: 'Town or postcode',
    locateFailed: 'We couldn’t find your location. Enter a town or postcode.',
    unknownPlace: 'We can’t find “{{where}}”. Showing {{place}} instead. Try a town or postcode.',
    emptyArea: 'No businesses near {{place}} yet. Search further away, or add yours.',
  },
  form: { badPhone: 'Enter a phone number with its area code, like 020 7946 0123' },
  category: { auto: 'Cars', bike: 'Bikes', garden: 'Garden', sport: 'Sport' },
} satisfies PartialTranslation<typeof en>
