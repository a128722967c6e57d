import type { MessageKey } from '@buy-locals/features/i18n'
import { privateMeta } from '../site/meta'
import type { en } from '../messages/en'
import { translatorForSite, siteI18n } from '../messages/site-i18n'

type Matched = { matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[] }

/** The title of a page that needs no data but the reader's language. */
export const titled =
  (key: MessageKey<typeof en>) =>
  ({ matches }: Matched) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as { locale: string } | undefined
    const t = translatorForSite(siteI18n(root?.locale ?? 'en-US'))
    return privateMeta(t('site.title', { page: t(key) }))
  }
