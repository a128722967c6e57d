import { ScrollView } from 'react-native'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { chooseDay } from '@buy-locals/features/place/parts-of-day'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { space } from '@buy-locals/ui/theme'
import { AllFilters } from './all-filters'
import type { FiltersProps } from './filters-props'

/** The usual ones, each on or off, and the way to all of them. */
export function Filters({ filters, market, now, onFilter }: FiltersProps) {
  const t = translatorForFeatures(useI18n())
  const { timeZone } = market
  const today = toLocalDate(now, timeZone)
  const tomorrow = addDays(today, 1)
  const change = (changes: SearchFilters) => () => onFilter({ ...filters, ...changes })
  const toggleDay = (day: string) => change(chooseDay(filters, filters.on === day ? undefined : day, timeZone, now))
  const isNearest = filters.sort === 'distance'
  return (
    <ScrollView
      horizontal
      role="group"
      aria-label={t('find.filters')}
      showsHorizontalScrollIndicator={false}
      contentContainerStyle={chipsStyle}
    >
      <AllFilters filters={filters} market={market} now={now} onFilter={onFilter} />
      <FilterChip
        label={t('find.openNow')}
        icon="clock"
        selected={filters.open ?? false}
        onPress={change({ open: !filters.open })}
      />
      <FilterChip
        label={t('find.bookableToday')}
        icon="calendar-check"
        selected={filters.on === today}
        onPress={toggleDay(today)}
      />
      <FilterChip label={t('find.bookableTomorrow')} selected={filters.on === tomorrow} onPress={toggleDay(tomorrow)} />
      <FilterChip
        label={t('find.rated')}
        icon="star"
        selected={filters.rated ?? false}
        onPress={change({ rated: !filters.rated })}
      />
      <FilterChip
        label={t('find.nearest')}
        icon="navigation"
        selected={isNearest}
        onPress={change({ sort: isNearest ? undefined : 'distance' })}
      />
    </ScrollView>
  )
}

const chipsStyle = { gap: space.sm } as const
