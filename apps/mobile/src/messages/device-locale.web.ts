export {
  localeOfBrowser as deviceLocale,
  localeOfBrowser as useDeviceLocale,
  rememberLocale,
} from '@buy-locals/features/session/chosen-locale'

/** A cookie has it, which is not emptied with the rest. */
export const localeName = undefined
