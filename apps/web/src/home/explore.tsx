import { useState } from 'react'
import { useNavigate, useNavigation } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import { Filters } from './filters'
import { KindRail } from './category-rail'
import type { Found } from './load'
import { MapSide } from './map-side'
import { NothingFound } from './nothing-found'
import { PlaceCard } from './business-card'
import { SearchBar } from './search-bar'
import { titleOf } from './title'
import { addressOf, searchFrom, type Search } from './search'
import styles from './explore.module.css'

/** What was pressed last, while its list is still on its way: the next press adds to it. */
function chosenIn({ pathname, search }: { pathname: string; search: string }): Search | undefined {
  const params = new URLSearchParams(search)
  return pathname === '/' && !params.has('where') ? searchFrom(params) : undefined
}

/** What is near, open and bookable: the list is the matter, the map shows the same again. */
export function Explore({ found }: { found: Found }) {
  const t = useT()
  const i18n = useI18n()
  const { state, location } = useNavigation()
  const navigate = useNavigate()
  const { items, search, hasMore } = found
  const chosen = (location && chosenIn(location)) ?? search
  const [pointed, setPointed] = useState<string>()
  const place = found.place ?? t('home.here')
  const more = () =>
    void navigate(addressOf({ ...search, pages: (search.pages ?? 1) + 1 }), { replace: true, preventScrollReset: true })
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <div className={styles.top}>
        <Title level={1} size="page">
          {titleOf(i18n, found)}
        </Title>
        <SearchBar search={found.search} place={found.place} />
        <KindRail search={chosen} kinds={found.kinds} />
      </div>
      <div className={styles.list} aria-busy={state === 'loading'}>
        <Filters search={chosen} timeZone={found.timeZone} now={found.now} />
        {found.unknownPlace && (
          <Notice tone="info" title={t('home.unknownPlace', { where: found.unknownPlace, place })} />
        )}
        {items.length === 0 && <NothingFound search={found.search} place={place} />}
        {items.length > 0 && (
          <div role="status">
            <Text size="small" tone="quiet">
              {t(hasMore ? 'home.foundMore' : 'home.found', { count: items.length })}
            </Text>
          </div>
        )}
        <ul className={styles.cards} aria-label={t('home.list')}>
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
          <div className={styles.more}>
            <Button tone="secondary" busy={state === 'loading'} label={t('home.more')} onPress={more} />
          </div>
        )}
      </div>
      <MapSide items={items} near={found.near} radius={found.radius} pointed={pointed} />
    </main>
  )
}
