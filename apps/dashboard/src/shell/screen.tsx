import { type ReactNode, useEffect } from 'react'
import { Page } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/use-t'
import styles from './screen.module.css'

type ScreenProps = {
  title: string
  place?: string
  intro?: string
  actions?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** A page of the dashboard: its title, its actions, its content. */
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

/** For the tab, and what a screen reader announces first. */
export function usePageTitle(page: string, place?: string) {
  const t = useT()
  const title = t('shell.title', { page, place: place ?? t('shell.name') })
  useEffect(() => {
    document.title = title
  }, [title])
}
