import { Page } from '@buy-locals/ui/layout'
import { Loading, SkeletonCard } from '@buy-locals/ui/skeleton'
import { useT } from '../messages/mobile-i18n'

/** In the place of a screen whose content is on its way. */
export function LoadingScreen() {
  const t = useT()
  return (
    <Page>
      <Loading label={t('app.loading')}>
        <SkeletonCard lines={5} />
      </Loading>
    </Page>
  )
}
