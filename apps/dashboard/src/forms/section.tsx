import type { ReactNode } from 'react'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import styles from './section.module.css'

/** What belongs together on a longer form. */
export function Section({ title, intro, children }: { title: string; intro?: string; children: ReactNode }) {
  return (
    <Card>
      <Stack gap="lg">
        <Stack gap="xs">
          <Title level={2} size="lead">
            {title}
          </Title>
          {intro && (
            <Text size="small" tone="quiet">
              {intro}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Card>
  )
}

/** Short fields side by side where there is room. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}
