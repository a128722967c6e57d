import type { ReactNode } from 'react'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { Screen } from '../shell/screen'

/** A part of the account on a screen of its own. */
export function AccountForm({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Screen>
      <Title level={1}>{title}</Title>
      <Stack gap="xl">{children}</Stack>
    </Screen>
  )
}
