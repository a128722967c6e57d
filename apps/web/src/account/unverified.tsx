import { Notice } from '@buy-locals/ui/notice'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import { VerifyAgain } from './verify-again'

/** Said until the address is verified. */
export function Unverified() {
  const t = useT()
  const me = useSite()?.me
  if (!me || me.emailVerified) return null
  return (
    <Notice
      tone="pending"
      title={t('account.unverified', { email: me.email })}
      action={<VerifyAgain email={me.email} />}
    />
  )
}
