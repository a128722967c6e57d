import { useAfterPause } from '@buy-locals/client/use-after-pause'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import type { Place } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { suggestedTowns, townsQuery } from '@buy-locals/features/place/find-place'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'

/** Towns and ZIP codes that begin with what was typed. */
export function TownSuggestions({ typed, onChoose }: { typed: string; onChoose: (place: Place) => void }) {
  const t = translatorForFeatures(useI18n())
  const query = townsQuery(useAfterPause(typed, 120))
  const { data } = useOperationQuery(findPlaces, { query: query ?? { q: '' } }, { when: query !== undefined })
  const towns = query && data ? suggestedTowns(data.items) : []
  if (towns.length === 0) return null
  return (
    <List label={t('find.suggestions')}>
      {towns.map((place) => (
        <ListRow
          key={place.label}
          title={place.label}
          leading={<Icon decorative name="map-pin" color="quiet" />}
          onPress={() => onChoose(place)}
        />
      ))}
    </List>
  )
}
