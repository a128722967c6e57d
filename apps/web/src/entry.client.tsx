import { startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { HydratedRouter } from 'react-router/dom'
import { knownLocale, standardLocale } from '@buy-locals/values/locale'
import { loadSiteI18n } from './messages/site-i18n'

/** The content security policy allows no code made from text. zod has to know before the first schema is made. */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

await loadSiteI18n(knownLocale(document.documentElement.lang) ?? standardLocale)
startTransition(() => {
  hydrateRoot(document, <HydratedRouter />)
})
