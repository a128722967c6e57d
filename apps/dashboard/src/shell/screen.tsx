import type { ReactNode } from 'react'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { usePageTitle } from './page-title'
import styles from './screen.module.css'

type ScreenProps = {
  title: string
  place?: string
  intro?: string
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** A page of the dashboard: its name, what can be done on it, the matter. */
export function Screen({ title, place, intro, actions, wide, children }: ScreenProps) {
  usePageTitle(title, place)
  return (
    <Page wide={wide ?? false}>
      <div className={styles.head}>
        <div className={styles.about}>
          <Title level={1}>{title}</Title>
          {intro && <Text tone="quiet">{intro}</Text>}
        </div>
        {actions}
      </div>
      {children}
    </Page>
  )
}
