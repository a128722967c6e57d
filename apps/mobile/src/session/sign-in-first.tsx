import type { ReactNode } from 'react'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'

/** In the place of what only somebody with an account has, with what others have there. */
export function SignInFirst({ text, children }: { text: string; children?: ReactNode }) {
  const t = useT()
  const action = <Button icon="log-in" label={t('account.signIn')} href="/sign-in" />
  return (
    <Page>
      <EmptyState level={1} icon="user" title={t('account.guestTitle')} text={text} action={action} />
      {children}
    </Page>
  )
}
