import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/site-i18n'

export function Added({ name, isPending }: { name: string; isPending: boolean }) {
  const t = useT()
  return (
    <Page reading>
      <EmptyState
        level={1}
        icon="store"
        title={t('add.doneTitle', { name })}
        text={t(isPending ? 'add.doneText' : 'add.draftText')}
        action={<Button label={t('add.toDashboard')} href="/dashboard" />}
      />
    </Page>
  )
}
