import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/use-t'
import { usePageTitle } from './page-title'

export function NotFound() {
  const t = useT()
  usePageTitle(t('failure.notFound'))
  const back = <Button label={t('failure.toBusinesses')} href="/" />
  return (
    <Page>
      <EmptyState level={1} title={t('failure.notFound')} text={t('failure.notFoundText')} action={back} />
    </Page>
  )
}
