import { useState } from 'react'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { findNearest } from '@buy-locals/features/place/distance'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { LocateButton } from '../location/locate-button'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { Screen } from '../shell/screen'
import { Suggestions } from './suggestions'
import { TownSuggestions } from './town-suggestions'
import { useSearch } from './use-search'

type SearchScreenProps = { filters: SearchFilters; onSearch: (filters: SearchFilters) => void }

/** What somebody looks for and where, with suggestions while they type. */
export function SearchScreen({ filters, onSearch }: SearchScreenProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { data } = useOperationQuery(listMarkets, {})
  const towns = data?.items ?? []
  const town = filters.near ? findNearest(towns, filters.near) : towns[0]
  const place = filters.place ?? (filters.near ? tFeatures('find.yourArea') : (town?.name ?? ''))
  const [what, setWhat] = useState(filters.q ?? '')
  const [where, setWhere] = useState<string>()
  const typedWhere = where !== undefined && where.trim() !== place ? where.trim() : ''
  const [isAtWhere, setAtWhere] = useState(false)
  const { search, isBusy, error, unknownPlace } = useSearch({ filters, towns, where: typedWhere, onSearch })
  const typed = what.trim()
  const typedQuery = { q: typed || undefined, category: typed ? undefined : filters.category }
  return (
    <Screen action={<Button wide large busy={isBusy} label={t('search.go')} onPress={() => search(typedQuery)} />}>
      <Title level={1}>{t('search.title')}</Title>
      <Stack gap="lg">
        <TextField
          label={t('search.what')}
          kind="search"
          autoComplete="off"
          maxLength={80}
          value={what}
          onChange={(text) => {
            setWhat(text)
            setAtWhere(false)
          }}
        />
        <TextField
          label={tFeatures('find.where')}
          hint={tFeatures('find.whereExample')}
          autoComplete="off"
          maxLength={120}
          value={where ?? place}
          error={unknownPlace && t('search.noPlace', { where: unknownPlace })}
          onChange={(text) => {
            setWhere(text)
            setAtWhere(true)
          }}
        />
        <LocateButton
          onLocated={(near) => onSearch({ ...filters, ...typedQuery, near, place: undefined, radius: undefined })}
        />
      </Stack>
      <ErrorNotice error={error} />
      {isAtWhere && (
        <TownSuggestions
          typed={typedWhere}
          onChoose={({ location: near, label }) =>
            onSearch({ ...filters, ...typedQuery, near, place: label, radius: undefined })
          }
        />
      )}
      {!isAtWhere && <Suggestions typed={typed} near={filters.near ?? town?.location} onSearch={search} />}
    </Screen>
  )
}
