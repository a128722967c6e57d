import { useState } from 'react'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import type { Place } from '@buy-locals/contracts/business/shapes'
import { Button } from '@buy-locals/ui/button'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useT } from '../messages/use-t'

/** Finds a point by the name of its town or its postcode. */
export function PlaceField({ error, onFind }: { error?: string | undefined; onFind: (place: Place) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const [query, setQuery] = useState('')
  const [isMissing, setMissing] = useState(false)
  const places = useOperationQuery(findPlaces, { query: { q: query } }, { when: query !== '' })
  const missingText = isMissing && !text.trim() ? t('field.noPlace') : undefined
  const isNone = query !== '' && places.data?.items.length === 0
  function choose(place: Place) {
    setText(place.label)
    setQuery('')
    onFind(place)
  }
  return (
    <Stack gap="sm">
      <TextField
        kind="search"
        label={t('profile.find')}
        hint={t('profile.findHint')}
        error={missingText ?? (isNone ? t('profile.foundNone') : error)}
        value={text}
        onChange={setText}
      />
      <Button
        tone="secondary"
        icon="search"
        label={t('profile.findAct')}
        onPress={() => {
          setMissing(!text.trim())
          setQuery(text.trim())
        }}
      />
      {query !== '' && (
        <QueryResult query={places} placeholder={<SkeletonRows count={2} />}>
          {({ items }) =>
            items.length > 0 && (
              <List label={t('profile.found')}>
                {items.slice(0, 6).map((place) => (
                  <ListRow
                    key={`${place.label} ${place.location.lat}`}
                    title={place.label}
                    onPress={() => choose(place)}
                  />
                ))}
              </List>
            )
          }
        </QueryResult>
      )}
    </Stack>
  )
}
