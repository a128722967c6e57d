import { router, useLocalSearchParams, type Href } from 'expo-router'
import { readFilters, writeFilters } from '@buy-locals/features/place/filters-in-address'
import { SearchScreen } from '../search/search-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

export default function Search() {
  const { q } = useLocalSearchParams<{ q?: string }>()
  const { q: text = '' } = readFilters((name) => (name === 'q' ? q : undefined))
  return (
    <SearchScreen
      text={text}
      onSearch={(filters) => router.dismissTo({ pathname: '/', params: writeFilters(filters) } as Href)}
    />
  )
}
