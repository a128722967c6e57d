import { useRevalidator } from 'react-router'
import { resumeMail } from '@buy-locals/contracts/notification/operations'
import type { MailAddress } from '@buy-locals/contracts/notification/shapes'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'

type Own = { email: string; status: MailAddress['status'] }

/** Mails to somebody's own address come back, or they have reported one as spam: what that means, and how to get them again. */
export function MailNotice({ email, status }: Own) {
  const t = useT()
  if (status === 'active') return null
  const title = status === 'bounced' ? t('account.mailBounced', { email }) : t('account.mailComplained')
  const text = t(status === 'bounced' ? 'account.mailBouncedText' : 'account.mailComplainedText')
  return <Notice tone="pending" title={title} text={text} action={<ResumeButton email={email} status={status} />} />
}

function ResumeButton({ email, status }: Own) {
  const t = useT()
  const showToast = useToast()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => {
    const text = status === 'bounced' ? t('account.mailTried', { email }) : t('account.mailResumed')
    showToast({ tone: 'success', text })
    void revalidate()
  })
  return (
    <>
      <ErrorNotice error={error} />
      <Button
        tone="secondary"
        busy={isBusy}
        label={t(status === 'bounced' ? 'account.mailTry' : 'account.mailResume')}
        onPress={() => void send(() => callApi(resumeMail, {}))}
      />
    </>
  )
}
