import { router, useLocalSearchParams, type Href } from 'expo-router'
import { readFilters, writeFilters } from '@buy-locals/features/place/filters-in-address'
import { SearchScreen } from '../search/search-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

export default function Search() {
  const params = useLocalSearchParams()
  const filters = readFilters((name) => [params[name]].flat()[0])
  return (
    <SearchScreen
      filters={filters}
      onSearch={(changed) => router.dismissTo({ pathname: '/', params: writeFilters(changed) } as Href)}
    />
  )
}
