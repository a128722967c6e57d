import { translatorForFeatures, type MessageKey } from '@buy-locals/features/i18n'
import type { en as features } from '@buy-locals/features/messages/en'
import { isFirstOfLanguage, knownLocale, languageOf, offeredLocales } from '@buy-locals/values/locale'
import type { en } from '../messages/en'
import { siteI18n, translatorForSite } from '../messages/site-i18n'
import { pathInLanguage } from './path-in-language'
import type { toSiteData } from './use-site'

type Key = MessageKey<typeof en>
type MetaArgs = {
  matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[]
  location: { search: string }
}
type Social = {
  title: string
  description: string
  /** Of the page in whatever language its reader has. */
  url: string
  location: { search: string }
  image?: string | { url: string; width: number; height: number; alt: string }
  type?: string
}

/** The page in each language: search engines show readers the one of their own, wherever they are. An address that names none is for everybody. */
const inLanguages = (url: string) => [
  ...offeredLocales.map((locale) => ({
    hrefLang: isFirstOfLanguage(locale) ? languageOf(locale) : locale,
    href: pathInLanguage(url, locale),
  })),
  { hrefLang: 'x-default', href: url },
]

/** What search engines and messengers show of a page. */
export function socialMeta({ title, description, url: address, location, image, type = 'website' }: Social) {
  const url = pathInLanguage(address, knownLocale(new URLSearchParams(location.search).get('lang') ?? undefined))
  return [
    { title },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: url },
    { property: 'og:title', content: title },
    { property: 'og:description', content: description },
    { property: 'og:url', content: url },
    { property: 'og:type', content: type },
    ...imageMeta(image),
    ...inLanguages(address).map((link) => ({ tagName: 'link', rel: 'alternate', ...link })),
  ]
}

function imageMeta(image: Social['image']) {
  if (image === undefined) return []
  if (typeof image === 'string') return [{ property: 'og:image', content: image }]
  return [
    { property: 'og:image', content: image.url },
    { property: 'og:image:type', content: 'image/png' },
    { property: 'og:image:width', content: String(image.width) },
    { property: 'og:image:height', content: String(image.height) },
    { property: 'og:image:alt', content: image.alt },
    { name: 'twitter:card', content: 'summary_large_image' },
  ]
}

/** A page that is for one person has a title, and nothing for search engines. */
export const privateMeta = (title: string) => [{ title }, { name: 'robots', content: 'noindex' }]

export const privatePage = (title: Key) => (args: MetaArgs) => {
  const t = translatorFor(args)
  return privateMeta(t('site.title', { page: t(title) }))
}

/** One whose title is of the texts that all apps share. */
export const privateSharedPage = (title: MessageKey<typeof features>) => (args: MetaArgs) => {
  const i18n = i18nFor(args)
  return privateMeta(translatorForSite(i18n)('site.title', { page: translatorForFeatures(i18n)(title) }))
}

export const publicPage = (title: Key, description: Key, path: string) => (args: MetaArgs) => {
  const t = translatorFor(args)
  return socialMeta({
    title: t('site.title', { page: t(title) }),
    description: t(description),
    url: `${rootOf(args)?.publicUrl ?? ''}${path}`,
    location: args.location,
  })
}

const i18nFor = (args: MetaArgs) => siteI18n(rootOf(args)?.locale ?? 'en-US')
const translatorFor = (args: MetaArgs) => translatorForSite(i18nFor(args))

function rootOf({ matches }: MetaArgs) {
  const root = matches.find((match) => match?.id === 'root')
  return root?.loaderData as ReturnType<typeof toSiteData> | undefined
}
