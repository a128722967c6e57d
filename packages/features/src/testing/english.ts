import { createI18n } from '../i18n'
import { en as features } from '../messages/en'

/** What screens share, for tests without an app. */
export const englishFor = (locale: string) => createI18n(locale, { features })
export const english = englishFor('en-US')
