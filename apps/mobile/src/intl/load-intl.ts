import type { Locale, pseudoLocale } from '@buy-locals/values/locale'

type ReadLocale = () => Promise<unknown>

/** How dates and numbers are written in it. English is there from the start. */
const load: Record<Exclude<Locale, 'en-US' | typeof pseudoLocale>, readonly ReadLocale[]> = {
  'en-AU': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-AU.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-AU.js'),
  ],
  'en-CA': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-CA.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-CA.js'),
  ],
  'en-GB': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-GB.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-GB.js'),
  ],
  'en-IE': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-IE.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-IE.js'),
  ],
  'en-IN': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-IN.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-IN.js'),
  ],
  'en-NZ': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-NZ.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-NZ.js'),
  ],
  'en-ZA': [
    () => import('@formatjs/intl-datetimeformat/locale-data/en-ZA.js'),
    () => import('@formatjs/intl-numberformat/locale-data/en-ZA.js'),
  ],
  'es-ES': [
    () => import('@formatjs/intl-datetimeformat/locale-data/es.js'),
    () => import('@formatjs/intl-numberformat/locale-data/es.js'),
  ],
  'es-MX': [
    () => import('@formatjs/intl-datetimeformat/locale-data/es-MX.js'),
    () => import('@formatjs/intl-numberformat/locale-data/es-MX.js'),
  ],
  'es-US': [
    () => import('@formatjs/intl-datetimeformat/locale-data/es-US.js'),
    () => import('@formatjs/intl-numberformat/locale-data/es-US.js'),
  ],
}

/** Before the first text is written in the locale. */
export async function loadIntl(locale: Locale): Promise<void> {
  if (locale in load) await Promise.all(load[locale as keyof typeof load].map((read) => read()))
}
