import { sendVerification } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useSite } from '../site/use-site'

/** Stands on the page until the address is verified. */
export function UnverifiedNotice() {
  const t = useT()
  const me = useSite()?.me
  if (!me || me.emailVerified) return null
  return (
    <Notice
      tone="pending"
      title={t('account.unverified', { email: me.email })}
      action={<SendVerificationButton email={me.email} />}
    />
  )
}

export function SendVerificationButton({ email }: { email: string }) {
  const t = useT()
  const showToast = useToast()
  const { send, isBusy, error } = useSend(() =>
    showToast({ tone: 'success', text: t('account.verifySent', { email }) }),
  )
  return (
    <>
      <ErrorNotice error={error} />
      <Button
        tone="secondary"
        busy={isBusy}
        label={t('account.verifyAgain')}
        onPress={() => void send(() => callApi(sendVerification, {}))}
      />
    </>
  )
}
