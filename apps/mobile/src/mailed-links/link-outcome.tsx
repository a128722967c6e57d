import type { ReactNode } from 'react'
import { EmptyState } from '@buy-locals/ui/empty-state'
import type { IconName } from '@buy-locals/ui/icon-name'
import { Page } from '@buy-locals/ui/layout'

type LinkOutcomeProps = { icon: IconName; title: string; text: string; action?: ReactNode }

/** What has become of a link, in the place of its form. */
export const LinkOutcome = (outcome: LinkOutcomeProps) => (
  <Page>
    <EmptyState level={1} {...outcome} />
  </Page>
)
