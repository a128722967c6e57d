import { distanceOf } from '@buy-locals/features/place/distance'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { useSay } from '../words/say'
import { addressOf, isNarrowed, type Search } from './search'

const farthest = 100_000

export function NothingFound({ search, place }: { search: Search; place: string }) {
  const say = useSay()
  const speech = useSpeech()
  const radius = Math.min(farthest, (search.radius ?? 15_000) * 3)
  const wider = radius > (search.radius ?? 0)
  const { near, place: named } = search
  return (
    <EmptyState
      icon="map-pin"
      title={say('home.emptyTitle')}
      words={say(isNarrowed(search) ? 'home.emptyFilters' : 'home.emptyArea', { place })}
      action={
        <Buttons>
          {isNarrowed(search) && (
            <Button tone="secondary" label={say('home.dropFilters')} href={addressOf({ near, place: named })} />
          )}
          {wider && (
            <Button
              tone="secondary"
              label={say('home.widen', { distance: distanceOf(speech, radius) })}
              href={addressOf({ ...search, pages: undefined, radius })}
            />
          )}
        </Buttons>
      }
    />
  )
}
