import type { PartialTranslation } from '@buy-locals/features/i18n'
import { british as features } from '@buy-locals/features/messages/british'
import type { en } from './en'

const site: PartialTranslation<typeof en> = {
  add: {
    town: 'Town or postcode',
    townNone: 'We can’t find that town. Try the postcode.',
    pickPlace: 'Choose your town from the list',
  },
  legal: {
    creditsLead: 'Where names, places and maps come from, and under which licence.',
    geonames: 'Towns and postcodes from GeoNames. CC BY 4.0, changed by us: selected and indexed.',
    fonts: 'Fraunces and Figtree, under the SIL Open Font Licence. Icons by Lucide, under the ISC licence.',
    privacy: {
      location:
        'We use your location only when you ask us to, rounded to about 100 metres, and only to answer that search.',
    },
  },
}

export const british = { features, site }
