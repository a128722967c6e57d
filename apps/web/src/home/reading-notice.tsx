import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { TextLink } from '@buy-locals/ui/text-link'
import type { Found } from './load-home'
import { searchPath } from './search'

/** That something else was searched than was typed, and the way to what was typed. */
export function ReadingNotice({ reading, search }: Pick<Found, 'reading' | 'search'>) {
  const t = translatorForFeatures(useI18n())
  if (!reading) return null
  const { as, q } = reading
  return (
    <Notice
      tone="info"
      title={t('find.readAs', { as })}
      action={
        <TextLink label={t('find.instead', { q })} href={searchPath({ ...search, pages: undefined, exact: true })} />
      }
    />
  )
}
