import type { ReactNode } from 'react'
import { View } from 'react-native'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { chooseDay, listParts } from '@buy-locals/features/place/parts-of-day'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { addDays, toLocalDate, toUtcNoon } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { formatDay } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import type { FiltersProps } from './filters-props'

const daysAhead = 10

export function FilterChoices({ filters, market: { timeZone }, now, onFilter }: FiltersProps) {
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const today = toLocalDate(now, timeZone)
  const days = Array.from({ length: daysAhead }, (_, at) => addDays(today, at))
  const nameDay = (day: string, at: number) =>
    at < 2 ? tFeatures(at ? 'find.tomorrow' : 'find.today') : formatDay(i18n, toUtcNoon(day), 'UTC')
  const change = (changes: SearchFilters) => () => onFilter({ ...filters, ...changes })
  const chooseOn = (on: string | undefined) => change(chooseDay(filters, on, timeZone, now))
  const { q, open = false, on, part, rated = false, sort = q ? 'relevance' : 'rating' } = filters
  const sorts = [
    ...(q ? [['relevance', t('explore.bestFirst')] as const] : []),
    ['rating', t('explore.ratedFirst')] as const,
    ['distance', tFeatures('find.nearest')] as const,
  ]
  return (
    <Stack gap="xl">
      <FilterChip icon="clock" label={tFeatures('find.openNow')} selected={open} onPress={change({ open: !open })} />
      <Group label={tFeatures('find.bookableOn')}>
        <FilterChip label={t('explore.anyDay')} selected={!on} onPress={chooseOn(undefined)} />
        {days.map((day, at) => (
          <FilterChip key={day} label={nameDay(day, at)} selected={day === on} onPress={chooseOn(day)} />
        ))}
      </Group>
      {on && (
        <Group label={tFeatures('find.timeOfDay')}>
          {listParts(on, timeZone, now).map((each) => (
            <FilterChip
              key={each}
              label={tFeatures(`time.${each}`)}
              selected={each === part}
              onPress={change({ part: each === part ? undefined : each })}
            />
          ))}
        </Group>
      )}
      <Group label={t('explore.rating')}>
        <FilterChip label={tFeatures('find.withoutRating')} selected={!rated} onPress={change({ rated: false })} />
        <FilterChip icon="star" label={tFeatures('find.rated')} selected={rated} onPress={change({ rated: true })} />
      </Group>
      <Group label={t('explore.sort')}>
        {sorts.map(([value, label]) => (
          <FilterChip key={value} label={label} selected={sort === value} onPress={change({ sort: value })} />
        ))}
      </Group>
    </Stack>
  )
}

function Group({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Stack gap="sm">
      <Text weight="strong">{label}</Text>
      <View role="group" aria-label={label} style={groupStyle}>
        {children}
      </View>
    </Stack>
  )
}

const groupStyle = { flexDirection: 'row', flexWrap: 'wrap', gap: space.sm } as const
