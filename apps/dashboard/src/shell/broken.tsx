import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/use-t'

/** Instead of a page that threw. */
export function Broken() {
  const t = useT()
  const again = <Button label={t('failure.reload')} onPress={() => location.reload()} />
  return (
    <Page>
      <ErrorState level={1} title={t('failure.broken')} text={t('failure.brokenText')} action={again} />
    </Page>
  )
}
