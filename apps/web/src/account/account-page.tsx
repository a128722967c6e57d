import type { ReactNode } from 'react'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import styles from './account-page.module.css'

/** A short form on a page of its own. */
export function AccountPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Page reading>
      <div className={styles.narrow}>
        <Stack gap="xl">
          <Title level={1}>{title}</Title>
          {children}
        </Stack>
      </div>
    </Page>
  )
}
