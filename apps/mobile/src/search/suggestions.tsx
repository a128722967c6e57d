import { useAfterPause } from '@buy-locals/client/use-after-pause'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { findSuggestions } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import { List, ListRow } from '@buy-locals/ui/list'
import { useT } from '../messages/mobile-i18n'

type Suggestion = Output<typeof findSuggestions>['items'][number]

type SuggestionsProps = {
  typed: string
  near: { lat: number; lon: number } | undefined
  onSearch: (filters: SearchFilters) => void
}

const fewest = 2

/** First what was typed, then what it may become. Without a server the first is still there. */
export function Suggestions({ typed, near, onSearch }: SuggestionsProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const q = useAfterPause(typed, 120)
  const query = { q, near: near ? `${near.lat},${near.lon}` : '' }
  const { data } = useOperationQuery(findSuggestions, { query }, { when: near !== undefined && q.length >= fewest })
  if (typed === '') return null
  return (
    <List label={tFeatures('find.suggestions')}>
      <ListRow
        title={t('search.searchFor', { q: typed })}
        leading={<RowIcon name="search" />}
        onPress={() => onSearch({ q: typed, category: undefined })}
      />
      {typed.length >= fewest &&
        data?.items.map((suggestion) => (
          <SuggestionRow key={JSON.stringify(suggestion)} suggestion={suggestion} onSearch={onSearch} />
        ))}
    </List>
  )
}

type SuggestionRowProps = { suggestion: Suggestion; onSearch: (filters: SearchFilters) => void }

function SuggestionRow({ suggestion, onSearch }: SuggestionRowProps) {
  const t = translatorForFeatures(useI18n())
  if (suggestion.kind === 'category') {
    const { category } = suggestion
    return (
      <ListRow
        title={t(`category.${category}`)}
        detail={t('find.aCategory')}
        leading={<RowIcon name="store" />}
        onPress={() => onSearch({ category, q: undefined })}
      />
    )
  }
  if (suggestion.kind === 'service') {
    const { name } = suggestion
    return (
      <ListRow
        title={name}
        leading={<RowIcon name="search" />}
        onPress={() => onSearch({ q: name, category: undefined })}
      />
    )
  }
  const { name, city, slug } = suggestion
  return <ListRow title={name} detail={city} leading={<RowIcon name="map-pin" />} href={`/b/${slug}`} />
}

const RowIcon = ({ name }: { name: IconName }) => <Icon decorative name={name} color="quiet" />
