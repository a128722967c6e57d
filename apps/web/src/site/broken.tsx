import { isRouteErrorResponse } from 'react-router'
import { Button } from '@buy-locals/ui/button'
import { EmptyState, ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'

/** Not found, or broken: what it means and what there is to do. */
export function Broken({ error }: { error: unknown }) {
  const say = useSay()
  if (isRouteErrorResponse(error) && error.status === 404) return <NothingHere />
  const offline = error instanceof TypeError && typeof navigator !== 'undefined' && !navigator.onLine
  return (
    <Page reading>
      <title>{say('site.title', { page: say('site.brokenTitle') })}</title>
      <ErrorState
        level={1}
        title={say(offline ? 'site.offlineTitle' : 'site.brokenTitle')}
        words={say(offline ? 'site.offlineWords' : 'site.brokenWords')}
        action={<Button icon="refresh-cw" label={say('site.brokenAction')} onPress={() => window.location.reload()} />}
      />
    </Page>
  )
}

function NothingHere() {
  const say = useSay()
  return (
    <Page reading>
      <title>{say('site.title', { page: say('site.notFoundTitle') })}</title>
      <EmptyState
        level={1}
        icon="map-pin"
        title={say('site.notFoundTitle')}
        words={say('site.notFoundWords')}
        action={<Button label={say('site.notFoundAction')} href="/" />}
      />
    </Page>
  )
}
