import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'

/** Instead of a page that threw. */
export function Broken() {
  const say = useSay()
  const again = <Button label={say('failure.reload')} onPress={() => location.reload()} />
  return (
    <Page>
      <ErrorState level={1} title={say('failure.broken')} words={say('failure.brokenWords')} action={again} />
    </Page>
  )
}
