import type { ComponentProps } from 'react'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'

/** A page with one message and what to do next. */
export function MessagePage(props: Omit<ComponentProps<typeof EmptyState>, 'level'>) {
  return (
    <Page reading>
      <EmptyState level={1} {...props} />
    </Page>
  )
}
