import { Page } from '@buy-locals/ui/layout'
import { Title } from '@buy-locals/ui/title'
import type { LegalText } from '../server/legal-texts'
import styles from './own-text.module.css'

/** What the operator has written. Whoever may put files on the server may write HTML. */
export function OwnText({ title, html }: Pick<LegalText, 'title' | 'html'>) {
  return (
    <Page reading>
      <Title level={1}>{title}</Title>
      <div className={styles.text} dangerouslySetInnerHTML={{ __html: html }} />
    </Page>
  )
}
