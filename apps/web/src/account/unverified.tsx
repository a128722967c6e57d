import { Notice } from '@buy-locals/ui/notice'
import { useSite } from '../site/use-site'
import { useSay } from '../words/say'
import { VerifyAgain } from './verify-again'

/** Said until the address is verified. */
export function Unverified() {
  const say = useSay()
  const me = useSite()?.me
  if (!me || me.emailVerified) return null
  return (
    <Notice
      tone="waiting"
      title={say('account.unverified', { email: me.email })}
      action={<VerifyAgain email={me.email} />}
    />
  )
}
