import { Loading, SkeletonCard } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/mobile-i18n'

/** The places of the first cards of a list. */
export function LoadingCards() {
  const t = useT()
  return (
    <Loading label={t('app.loading')}>
      <Stack gap="lg">
        <SkeletonCard />
        <SkeletonCard />
      </Stack>
    </Loading>
  )
}
