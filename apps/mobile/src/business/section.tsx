import type { ReactNode } from 'react'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Stack gap="md">
      <Title level={2}>{title}</Title>
      {children}
    </Stack>
  )
}
