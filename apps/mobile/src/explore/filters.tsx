import { ScrollView } from 'react-native'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { space } from '@buy-locals/ui/theme'
import { useT } from '../messages/mobile-i18n'

type FiltersProps = {
  filters: SearchFilters
  timeZone: string
  now: string
  onFilter: (filters: SearchFilters) => void
}

/** Each is on or off. */
export function Filters({ filters, timeZone, now, onFilter }: FiltersProps) {
  const t = useT()
  const today = toLocalDate(now, timeZone)
  const tomorrow = addDays(today, 1)
  const change = (changes: SearchFilters) => () => onFilter({ ...filters, ...changes })
  const toggleDay = (day: string) => change({ on: filters.on === day ? undefined : day })
  const isNearest = filters.sort === 'distance'
  return (
    <ScrollView
      horizontal
      role="group"
      aria-label={t('explore.filters')}
      showsHorizontalScrollIndicator={false}
      contentContainerStyle={chipsStyle}
    >
      <FilterChip
        label={t('explore.openNow')}
        icon="clock"
        selected={filters.open ?? false}
        onPress={change({ open: !filters.open })}
      />
      <FilterChip
        label={t('explore.bookableToday')}
        icon="calendar-check"
        selected={filters.on === today}
        onPress={toggleDay(today)}
      />
      <FilterChip
        label={t('explore.bookableTomorrow')}
        selected={filters.on === tomorrow}
        onPress={toggleDay(tomorrow)}
      />
      <FilterChip
        label={t('explore.rated')}
        icon="star"
        selected={filters.rated ?? false}
        onPress={change({ rated: !filters.rated })}
      />
      <FilterChip
        label={t('explore.nearest')}
        icon="navigation"
        selected={isNearest}
        onPress={change({ sort: isNearest ? undefined : 'distance' })}
      />
    </ScrollView>
  )
}

const chipsStyle = { gap: space.sm } as const
