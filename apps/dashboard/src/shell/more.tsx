import { Button } from '@buy-locals/ui/button'
import type { usePagedQuery } from '../api/use-paged-query'
import { useT } from '../messages/use-t'

type MoreProps = Pick<ReturnType<typeof usePagedQuery>, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>

/** The next page of a list, while there is one. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { of: MoreProps }) {
  const t = useT()
  if (!hasNextPage) return null
  return (
    <Button tone="secondary" label={t('forms.more')} busy={isFetchingNextPage} onPress={() => void fetchNextPage()} />
  )
}
