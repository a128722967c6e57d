import type { PartialTranslation } from '@buy-locals/features/i18n'
import { british as features } from '@buy-locals/features/messages/british'
import type { en } from './en'

const dashboard: PartialTranslation<typeof en> = {
  booking: {
    decidedUnpaid: { released: 'Resolved in your favour', refunded: 'Resolved in the customer’s favour' },
  },
  field: {
    phone: features.form.badPhone,
    noCity: 'Enter a town or city',
  },
  operator: { releasedUnpaid: 'In favour of the business', refundedUnpaid: 'In favour of the customer' },
  profile: {
    city: 'Town or city',
    region: 'County',
    postcode: 'Postcode',
    find: 'Town or postcode',
    foundNone: 'No match. Try the postcode.',
  },
}

export const british = { features, dashboard }
