import type { ReactNode } from 'react'
import { Page } from '@buy-locals/ui/frame'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { usePageTitle } from './page-title'

type ScreenProps = { title: string; place?: string; intro?: string; actions?: ReactNode; wide?: boolean; children: ReactNode }

/** A page of the dashboard: its name, what can be done on it, the matter. */
export function Screen({ title, place, intro, actions, wide, children }: ScreenProps) {
  usePageTitle(title, place)
  return (
    <Page wide={wide ?? false}>
      <Row justify="between" align="start" wrap gap="lg">
        <Stack gap="xs">
          <Title level={1}>{title}</Title>
          {intro && <Text tone="quiet">{intro}</Text>}
        </Stack>
        {actions}
      </Row>
      {children}
    </Page>
  )
}
