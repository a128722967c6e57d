import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Button } from '@buy-locals/ui/button'
import { Status } from '@buy-locals/ui/live'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import type { Found } from './use-found'

type FoundNoticeProps = { found: Found; filters: SearchFilters; onFilter: (filters: SearchFilters) => void }

/** How many there are so far, and whether something else was searched than was typed. */
export function FoundNotice({ found, filters, onFilter }: FoundNoticeProps) {
  const t = translatorForFeatures(useI18n())
  const { items, hasNextPage, first } = found
  const reading = first?.reading
  const count = t(hasNextPage ? 'find.foundMore' : 'find.found', { count: items.length })
  return (
    <>
      {reading && (
        <Notice
          tone="info"
          title={t('find.readAs', { as: reading.as })}
          action={
            <Button
              tone="secondary"
              label={t('find.instead', { q: reading.q })}
              onPress={() => onFilter({ ...filters, exact: true })}
            />
          }
        />
      )}
      {items.length > 0 && (
        <Status text={count}>
          <Text size="small" tone="quiet">
            {count}
          </Text>
        </Status>
      )}
    </>
  )
}
