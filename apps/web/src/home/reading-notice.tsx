import { Notice } from '@buy-locals/ui/notice'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import type { Found } from './load-home'
import { searchPath } from './search'

/** That something else was searched than was typed, and the way to what was typed. */
export function ReadingNotice({ reading, search }: Pick<Found, 'reading' | 'search'>) {
  const t = useT()
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
