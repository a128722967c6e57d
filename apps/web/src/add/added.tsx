import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'

export function Added({ name, isPending }: { name: string; isPending: boolean }) {
  const say = useSay()
  return (
    <Page reading>
      <EmptyState
        level={1}
        icon="store"
        title={say('add.doneTitle', { name })}
        words={say(isPending ? 'add.doneWords' : 'add.draftWords')}
        action={<Button label={say('add.toDashboard')} href="/dashboard" />}
      />
    </Page>
  )
}
