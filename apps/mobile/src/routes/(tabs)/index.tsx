import { router, useLocalSearchParams } from 'expo-router'
import { readFilters, writeFilters } from '@buy-locals/features/place/filters-in-address'
import { ExploreScreen } from '../../explore/explore-screen'

export { ScreenError as ErrorBoundary } from '../../shell/screen-error'

/** The filters stand in the address, as on the site: a link to a search opens it here too. */
export default function Explore() {
  const params = useLocalSearchParams()
  const filters = readFilters((name) => [params[name]].flat()[0])
  return <ExploreScreen filters={filters} onFilter={(changed) => router.setParams(writeFilters(changed))} />
}
