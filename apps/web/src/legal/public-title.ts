import type { MessageKey } from '@buy-locals/features/i18n'
import { socialMeta } from '../site/meta'
import type { en } from '../messages/en'
import { translatorForSite, siteI18n } from '../messages/site-i18n'

type Key = MessageKey<typeof en>
type Matched = { matches: readonly ({ id?: string; loaderData?: unknown } | undefined)[] }

export const publicTitle =
  (title: Key, description: Key, path: string) =>
  ({ matches }: Matched) => {
    const root = matches.find((match) => match?.id === 'root')?.loaderData as
      { locale: string; publicUrl: string } | undefined
    const t = translatorForSite(siteI18n(root?.locale ?? 'en-US'))
    return socialMeta({
      title: t('site.title', { page: t(title) }),
      description: t(description),
      url: `${root?.publicUrl ?? ''}${path}`,
    })
  }
