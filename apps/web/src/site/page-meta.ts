import type { MessageKey } from '@buy-locals/features/i18n'
import type { en } from '../messages/en'
import { siteI18n, translatorForSite } from '../messages/site-i18n'
import type { toSiteData } from './use-site'

type Key = MessageKey<typeof en>
type MetaArgs = { matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[] }
type Social = { title: string; description: string; url: string; image?: string; type?: string }

/** What search engines and messengers show of a page. */
export const socialMeta = ({ title, description, url, image, type = 'website' }: Social) => [
  { title },
  { name: 'description', content: description },
  { tagName: 'link', rel: 'canonical', href: url },
  { property: 'og:title', content: title },
  { property: 'og:description', content: description },
  { property: 'og:url', content: url },
  { property: 'og:type', content: type },
  ...(image ? [{ property: 'og:image', content: image }] : []),
]

/** A page that is for one person has a title, and nothing for search engines. */
export const privateMeta = (title: string) => [{ title }, { name: 'robots', content: 'noindex' }]

export const privatePage = (title: Key) => (args: MetaArgs) => {
  const t = translatorFor(args)
  return privateMeta(t('site.title', { page: t(title) }))
}

export const publicPage = (title: Key, description: Key, path: string) => (args: MetaArgs) => {
  const t = translatorFor(args)
  return socialMeta({
    title: t('site.title', { page: t(title) }),
    description: t(description),
    url: `${rootOf(args)?.publicUrl ?? ''}${path}`,
  })
}

const translatorFor = (args: MetaArgs) => translatorForSite(siteI18n(rootOf(args)?.locale ?? 'en-US'))

function rootOf({ matches }: MetaArgs) {
  const root = matches.find((match) => match?.id === 'root')
  return root?.loaderData as ReturnType<typeof toSiteData> | undefined
}
