import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { useNextPage, type PagesToCome } from '@buy-locals/features/operation/use-next-page'
import { useT } from '../messages/use-t'

type QueryResultProps<T> = {
  query: UseQueryResult<T>
  /** As large as what will be shown. */
  placeholder?: ReactNode
  children: (data: T) => ReactNode
}

/** Shows what was read, or that it is loading, or why it failed and what to do. */
export function QueryResult<T>({ query, placeholder, children }: QueryResultProps<T>) {
  const t = useT()
  const errorText = useErrorText()
  const { data, error, isPending, refetch } = query
  if (data !== undefined) return <>{children(data)}</>
  if (isPending || !error) return <Loading label={t('shell.loading')}>{placeholder ?? <SkeletonRows />}</Loading>
  const retry = <Button tone="secondary" icon="refresh-cw" label={t('failure.retry')} onPress={() => void refetch()} />
  return <ErrorState title={t('failure.title')} text={errorText(error)} action={retry} />
}

type PagedQuery<Item> = UseQueryResult<{ pages: readonly { items: readonly Item[] }[] }> & PagesToCome

type PagedResultProps<Item> = {
  query: PagedQuery<Item>
  /** Where there is nothing yet. */
  empty: ReactNode
  children: (items: readonly Item[]) => ReactNode
}

/** A list that is read page by page, with a button for the next page while there is one. */
export function PagedResult<Item>({ query, empty, children }: PagedResultProps<Item>) {
  const t = useT()
  const next = useNextPage(query)
  return (
    <>
      <QueryResult query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return items.length === 0 ? empty : children(items)
        }}
      </QueryResult>
      {next && <Button tone="secondary" label={t('forms.more')} busy={next.isBusy} onPress={next.onPress} />}
    </>
  )
}

export function SkeletonRows({ count = 5, height = 64 }: { count?: number; height?: number }) {
  return (
    <Stack gap="sm">
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  )
}
