import { useState } from 'react'
import { listMarkets } from '@buy-locals/contracts/business/operations'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { Suggestions } from './suggestions'

type SearchScreenProps = { text: string; onSearch: (filters: SearchFilters) => void }

/** What somebody looks for, with suggestions while they type. */
export function SearchScreen({ text, onSearch }: SearchScreenProps) {
  const t = useT()
  const [typed, setTyped] = useState(text)
  const { data } = useOperationQuery(listMarkets, {})
  const [market] = data?.items ?? []
  return (
    <Page>
      <Stack gap="lg">
        <Title level={1}>{t('search.title')}</Title>
        <TextField
          label={t('search.what')}
          kind="search"
          autoComplete="off"
          maxLength={80}
          value={typed}
          onChange={setTyped}
        />
        <Suggestions typed={typed.trim()} near={market?.location} onSearch={onSearch} />
      </Stack>
    </Page>
  )
}
