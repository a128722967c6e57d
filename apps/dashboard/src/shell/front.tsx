import type { ReactNode } from 'react'
import { SkipLink, TopBar } from '@buy-locals/ui/frame'
import { useSay } from '../words/say'
import { Brand } from './brand'
import styles from './front.module.css'

/** Pages before one is inside a business: a bar, and one narrow column. */
export function Front({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const say = useSay()
  return (
    <div className={styles.front}>
      <SkipLink label={say('shell.skip')} />
      <TopBar name={say('shell.nav')} brand={<Brand />} actions={actions} />
      {children}
    </div>
  )
}
