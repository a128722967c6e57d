import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import type { ReactNode } from 'react'

export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={title}>
      <Stack gap="lg">
        <Title level={2}>{title}</Title>
        {children}
      </Stack>
    </section>
  )
}
