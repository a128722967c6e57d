import { logout } from '@buy-locals/contracts/auth/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { useT } from '../messages/mobile-i18n'
import { sessionStore } from './session-store'
import { useForgetPerson } from './use-forget-person'

export function SignOut() {
  const t = useT()
  const forgetPerson = useForgetPerson()
  const { mutate, isPending } = useOperationMutation(logout, {
    successText: t('account.signedOut'),
    onSuccess: () => void forgetPerson(),
  })
  const signOut = async () => mutate({ input: await sessionStore.refreshInput() })
  return (
    <Button
      tone="secondary"
      icon="log-out"
      busy={isPending}
      label={t('account.signOut')}
      onPress={() => void signOut()}
    />
  )
}
