import { useState, type MouseEvent } from 'react'
import { useNavigate, useNavigation } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { describeSearch } from '@buy-locals/features/place/describe-search'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import { Filters } from './filters'
import { CategoryRail } from './category-rail'
import type { Found } from './load-home'
import { MapSide } from './map-side'
import { NothingFound } from './nothing-found'
import { BusinessList } from './business-list'
import { ReadingNotice } from './reading-notice'
import { SearchBar } from './search-bar'
import { searchPath, parseSearch, type Search } from './search'
import styles from './explore.module.css'

function parseLocation({ pathname, search }: { pathname: string; search: string }): Search | undefined {
  const params = new URLSearchParams(search)
  return pathname === '/' && !params.has('where') ? parseSearch(params) : undefined
}

/** What was chosen last, while its list is still loading: the next press adds to it. The router, on a slow device, tells only after that press. */
function useChosen(found: Found) {
  const [last, setLast] = useState<{ search: Search; before: Found }>()
  const choose = (search: Search) => setLast({ search, before: found })
  return {
    chosen: last?.before === found ? last.search : found.search,
    choose,
    followLink: ({ target, isDefaultPrevented }: MouseEvent) => {
      const link = target instanceof Element ? target.closest('a') : null
      const search = link && isDefaultPrevented() ? parseLocation(link) : undefined // which the router follows
      if (search) choose(search)
    },
  }
}

/** What is near, open and bookable, as a list and again on the map. */
export function Explore({ found }: { found: Found }) {
  const t = useT()
  const i18n = useI18n()
  const tFeatures = translatorForFeatures(i18n)
  const { state } = useNavigation()
  const navigate = useNavigate()
  const { items, search, hasMore } = found
  const { chosen, choose, followLink } = useChosen(found)
  const [pointedId, setPointedId] = useState<string>()
  const [chosenId, setChosenId] = useState<string>()
  const place = found.place ?? tFeatures('find.yourArea')
  const showMore = () =>
    void navigate(searchPath({ ...search, pages: (search.pages ?? 1) + 1 }), {
      replace: true,
      preventScrollReset: true,
    })
  return (
    <main id="main" tabIndex={-1} className={styles.page} onClick={followLink}>
      <div className={styles.top}>
        <Title level={1} size="page">
          {describeSearch(i18n, search, place)}
        </Title>
        <SearchBar search={found.search} place={found.place} />
        <CategoryRail search={chosen} categories={found.categories} />
      </div>
      <div className={styles.list} aria-busy={state === 'loading'}>
        <Filters search={chosen} timeZone={found.timeZone} now={found.now} onChoose={choose} />
        {found.unknownPlace && (
          <Notice tone="info" title={tFeatures('find.unknownPlace', { where: found.unknownPlace, place })} />
        )}
        <ReadingNotice reading={found.reading} search={found.search} />
        {items.length === 0 && <NothingFound search={found.search} place={place} />}
        {items.length > 0 && (
          <div role="status">
            <Text size="small" tone="quiet">
              {tFeatures(hasMore ? 'find.foundMore' : 'find.found', { count: items.length })}
            </Text>
          </div>
        )}
        <BusinessList
          items={items}
          timeZone={found.timeZone}
          now={found.now}
          chosenId={chosenId}
          onPoint={setPointedId}
        />
        {hasMore && (
          <div className={styles.more}>
            <Button tone="secondary" busy={state === 'loading'} label={t('home.more')} onPress={showMore} />
          </div>
        )}
      </div>
      <MapSide
        items={items}
        near={found.near}
        radius={found.radius}
        pointedId={pointedId}
        chosenId={chosenId}
        onChoose={setChosenId}
      />
    </main>
  )
}
