import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'
import { usePageTitle } from './page-title'

export function NotFound() {
  const say = useSay()
  usePageTitle(say('failure.notFound'))
  const back = <Button label={say('failure.toBusinesses')} href="/" />
  return (
    <Page>
      <EmptyState level={1} title={say('failure.notFound')} words={say('failure.notFoundWords')} action={back} />
    </Page>
  )
}
