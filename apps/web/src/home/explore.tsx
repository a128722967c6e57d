import { useState } from 'react'
import { useNavigate, useNavigation } from 'react-router'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useSay } from '../words/say'
import { Filters } from './filters'
import { KindRail } from './kind-rail'
import type { Found } from './load'
import { MapSide } from './map-side'
import { NothingFound } from './nothing-found'
import { PlaceCard } from './place-card'
import { SearchBar } from './search-bar'
import { titleOf } from './title'
import { addressOf } from './search'

/** What is near, open and bookable: the list is the matter, the map shows the same again. */
export function Explore({ found }: { found: Found }) {
  const say = useSay()
  const speech = useSpeech()
  const { state } = useNavigation()
  const navigate = useNavigate()
  const { items, search, hasMore } = found
  const [pointed, setPointed] = useState<string>()
  const place = found.place ?? say('home.here')
  const more = () =>
    void navigate(addressOf({ ...search, pages: (search.pages ?? 1) + 1 }), { replace: true, preventScrollReset: true })
  return (
    <main id="main" tabIndex={-1} className="explore">
      <div className="explore-top">
        <Title level={1} size="page">
          {titleOf(speech, found)}
        </Title>
        <SearchBar search={found.search} place={found.place} />
        <KindRail search={found.search} kinds={found.kinds} />
      </div>
      <div className="explore-list" aria-busy={state === 'loading'}>
        <Filters search={found.search} timeZone={found.timeZone} now={found.now} />
        {found.unknownPlace && (
          <Notice tone="told" title={say('home.unknownPlace', { where: found.unknownPlace, place })} />
        )}
        {items.length === 0 && <NothingFound search={found.search} place={place} />}
        {items.length > 0 && (
          <div role="status">
            <Text size="small" tone="quiet">
              {say(hasMore ? 'home.foundMore' : 'home.found', { count: items.length })}
            </Text>
          </div>
        )}
        <ul className="cards" aria-label={say('home.list')}>
          {items.map((item, at) => (
            <PlaceCard
              key={item.id}
              place={item}
              timeZone={found.timeZone}
              now={found.now}
              first={at < 2}
              onPoint={setPointed}
            />
          ))}
        </ul>
        {hasMore && (
          <div className="center">
            <Button tone="secondary" busy={state === 'loading'} label={say('home.more')} onPress={more} />
          </div>
        )}
      </div>
      <MapSide items={items} near={found.near} radius={found.radius} pointed={pointed} />
    </main>
  )
}
