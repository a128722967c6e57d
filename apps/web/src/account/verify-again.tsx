import { sendVerification } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { useToast } from '@buy-locals/ui/toast'
import { call } from '../api'
import { useT } from '../messages/site-i18n'
import { Refused } from './refused'
import { useSend } from './use-send'

export function VerifyAgain({ email }: { email: string }) {
  const t = useT()
  const showToast = useToast()
  const { send, isBusy, error } = useSend(() =>
    showToast({ tone: 'success', text: t('account.verifySent', { email }) }),
  )
  const ask = () => void send(() => call(sendVerification, {}))
  return (
    <>
      <Refused error={error} />
      <Button tone="secondary" busy={isBusy} label={t('account.verifyAgain')} onPress={ask} />
    </>
  )
}
