import type { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useToast } from '@buy-locals/ui/toast'
import { useErrorText } from '../messages/use-error-text'

export type PagesToCome = Pick<ReturnType<typeof usePagedQuery>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>

/** Reads the next page, while there is one. Where that fails, what is there stays, and why is told. */
export function useNextPage({ hasNextPage, isFetchingNextPage, fetchNextPage }: PagesToCome) {
  const showToast = useToast()
  const describeError = useErrorText()
  if (!hasNextPage) return undefined
  const read = async () => {
    const { isFetchNextPageError, error } = await fetchNextPage()
    if (isFetchNextPageError) showToast({ tone: 'danger', text: describeError(error) })
  }
  return { isBusy: isFetchingNextPage, onPress: () => void (isFetchingNextPage || read()) }
}
