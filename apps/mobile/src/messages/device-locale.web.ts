export { localeOfBrowser as deviceLocale } from '@buy-locals/features/session/chosen-locale'
