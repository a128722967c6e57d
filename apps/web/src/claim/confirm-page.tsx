import { useEffect, useState } from 'react'
import { confirmClaim } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { AccountPage } from '../account/account-page'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { useKept } from '@buy-locals/client/stored-text'
import { useSite } from '../site/use-site'

export const meta = privatePage('claim.confirmTitle')

/** Where the mailed link leads. It is used by a press, because some mail programs open every link. */
export default function ConfirmClaim() {
  const t = useT()
  const me = useSite()?.me
  const fragment = useFragment()
  const [keptToken, keepToken] = useKept('claim')
  const token = fragment || (keptToken ?? fragment) // whoever has just signed in comes back without it
  useEffect(() => {
    if (fragment && !me) keepToken(fragment)
  }, [fragment, me, keepToken])
  const [business, setBusiness] = useState<{ id: string; name: string }>()
  const { send, isBusy, error } = useSend(() => undefined)
  if (business) {
    const action = <Button label={t('claim.manage')} href={`/dashboard/${business.id}/profile`} />
    return (
      <MessagePage
        icon="circle-check"
        title={t('claim.doneTitle', business)}
        text={t('claim.doneText')}
        action={action}
      />
    )
  }
  if (token === '') {
    return <MessagePage icon="mail" title={t('claim.confirmTitle')} text={t('claim.linkMissing')} />
  }
  if (!me) {
    const signIn = <Button label={t('claim.signIn')} href="/sign-in?to=/claim" />
    return <MessagePage icon="mail" title={t('claim.confirmTitle')} text={t('claim.confirmSignIn')} action={signIn} />
  }
  const confirm = () =>
    void send(async () => setBusiness(await callApi(confirmClaim, { body: { token: token ?? '' } })))
  return (
    <AccountPage title={t('claim.confirmTitle')}>
      <Text>{t('claim.confirmText', { email: me.email })}</Text>
      <ErrorNotice error={error} />
      <Button wide large busy={isBusy} label={t('claim.confirm')} onPress={confirm} />
    </AccountPage>
  )
}
