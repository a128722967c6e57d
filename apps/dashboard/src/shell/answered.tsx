import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { useErrorText } from '../api/error-text'
import { useT } from '../messages/use-t'

type AnsweredProps<T> = {
  of: UseQueryResult<T>
  /** Bones with the size of what comes. */
  bones?: ReactNode
  children: (answer: T) => ReactNode
}

/** Shows what was asked for, or that it is coming, or why it does not come and what to do. */
export function Answered<T>({ of: { data, error, isPending, refetch }, bones, children }: AnsweredProps<T>) {
  const t = useT()
  const errorText = useErrorText()
  if (data !== undefined) return <>{children(data)}</>
  if (isPending || !error) return <Loading label={t('shell.loading')}>{bones ?? <Rows />}</Loading>
  const again = <Button tone="secondary" icon="refresh-cw" label={t('failure.retry')} onPress={() => void refetch()} />
  return <ErrorState title={t('failure.title')} text={errorText(error)} action={again} />
}

/** The bones of a list. */
export function Rows({ count = 5, height = 64 }: { count?: number; height?: number }) {
  return (
    <Stack gap="sm">
      {Array.from({ length: count }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  )
}
