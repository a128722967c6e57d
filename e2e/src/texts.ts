import { createI18n, translateFrom, type Translate } from '@buy-locals/features/i18n'
import type { en as features } from '@buy-locals/features/messages/en'
import { english as dashboardInEnglish } from '@buy-locals/dashboard/messages/texts-en'
import { spanish as dashboardInSpanish } from '@buy-locals/dashboard/messages/texts-es'
import { english as appInEnglish } from '@buy-locals/mobile/messages/texts-en'
import { spanish as appInSpanish } from '@buy-locals/mobile/messages/texts-es'
import { english as siteInEnglish } from '@buy-locals/web/messages/texts-en'
import { spanish as siteInSpanish } from '@buy-locals/web/messages/texts-es'
import type { Conditions } from './conditions.ts'

export type Texts = {
  site: Translate<typeof siteInEnglish.site>
  dashboard: Translate<typeof dashboardInEnglish.dashboard>
  app: Translate<typeof appInEnglish.mobile>
  features: Translate<typeof features>
}

const catalogues = {
  'en-US': { ...siteInEnglish, ...dashboardInEnglish, ...appInEnglish },
  'es-US': { ...siteInSpanish, ...dashboardInSpanish, ...appInSpanish },
}

/** What the screens say, from the catalogues that they say it from. */
export function textsIn(locale: Conditions['locale']): Texts {
  const i18n = createI18n(locale, catalogues[locale])
  return {
    site: translateFrom<typeof siteInEnglish.site>('site')(i18n),
    dashboard: translateFrom<typeof dashboardInEnglish.dashboard>('dashboard')(i18n),
    app: translateFrom<typeof appInEnglish.mobile>('mobile')(i18n),
    features: translateFrom<typeof features>('features')(i18n),
  }
}
