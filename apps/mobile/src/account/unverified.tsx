import { sendVerification } from '@buy-locals/contracts/auth/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'

/** An address that nobody has shown to be theirs, and a new link to do so. */
export function Unverified({ email }: { email: string }) {
  const t = useT()
  const { mutate, isPending } = useOperationMutation(sendVerification, {
    successText: t('ownAccount.verifySent', { email }),
  })
  return (
    <Notice
      tone="pending"
      title={t('ownAccount.unverified', { email })}
      action={
        <Button
          tone="secondary"
          busy={isPending}
          label={t('ownAccount.verifyAgain')}
          onPress={() => mutate({ input: {} })}
        />
      }
    />
  )
}
