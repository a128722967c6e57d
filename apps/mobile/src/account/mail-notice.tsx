import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readMailAddress, resumeMail } from '@buy-locals/contracts/notification/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'

/** Mails to somebody's own address come back, or they have reported one as spam: what that means, and how to get them again. */
export function MailNotice({ email }: { email: string }) {
  const t = useT()
  const { data } = useOperationQuery(readMailAddress, {})
  const isBounced = data?.status === 'bounced'
  const { mutate, isPending } = useOperationMutation(resumeMail, {
    invalidates: [readMailAddress],
    successText: isBounced ? t('ownAccount.mailTried', { email }) : t('ownAccount.mailResumed'),
  })
  if (!data || data.status === 'active') return null
  return (
    <Notice
      tone="pending"
      title={isBounced ? t('ownAccount.mailBounced', { email }) : t('ownAccount.mailComplained')}
      text={t(isBounced ? 'ownAccount.mailBouncedText' : 'ownAccount.mailComplainedText')}
      action={
        <Button
          tone="secondary"
          busy={isPending}
          label={t(isBounced ? 'ownAccount.mailTry' : 'ownAccount.mailResume')}
          onPress={() => mutate({ input: {} })}
        />
      }
    />
  )
}
