import type { ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { useIsOutdated } from '../server/outdated'
import { storeUrl } from '../server/store-url'

/** A version that the server no longer serves has one screen left. */
export function UpgradeGate({ children }: { children: ReactNode }) {
  return useIsOutdated() ? <Upgrade /> : children
}

function Upgrade() {
  const t = useT()
  const href = storeUrl()
  return (
    <Page>
      <EmptyState
        level={1}
        icon="refresh-cw"
        title={t('upgrade.title')}
        text={t('upgrade.text')}
        action={href && <Button label={t('upgrade.store')} href={href} />}
      />
    </Page>
  )
}
