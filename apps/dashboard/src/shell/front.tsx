import type { ReactNode } from 'react'
import { SkipLink, TopBar } from '@buy-locals/ui/layout'
import { useT } from '../messages/use-t'
import { Brand } from './brand'
import styles from './front.module.css'

/** Pages before one is inside a business: a bar, and one narrow column. */
export function Front({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const t = useT()
  return (
    <div className={styles.front}>
      <SkipLink label={t('shell.skip')} />
      <TopBar name={t('shell.nav')} brand={<Brand />} actions={actions} />
      {children}
    </div>
  )
}
