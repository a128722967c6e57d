import type { ReactNode } from 'react'
import { SkipLink, TopBar } from '@buy-locals/ui/layout'
import { Icon } from '@buy-locals/ui/icon'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/use-t'
import styles from './signed-out-frame.module.css'

/** The frame of pages outside of a business: a bar, and one narrow column. */
export function SignedOutFrame({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const t = useT()
  return (
    <div className={styles.front}>
      <SkipLink label={t('shell.skip')} />
      <TopBar name={t('shell.nav')} brand={<Brand />} actions={actions} />
      {children}
    </div>
  )
}

export function Brand() {
  const t = useT()
  return (
    <Row gap="sm">
      <Icon decorative name="store" color="brand" size={24} />
      <Text weight="strong">{t('shell.name')}</Text>
    </Row>
  )
}
