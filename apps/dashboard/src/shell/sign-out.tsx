import { useNavigate } from 'react-router'
import { logout } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'

export function SignOut() {
  const t = useT()
  const navigate = useNavigate()
  const leave = useOperationMutation(logout, {
    onSuccess: () => void navigate('/sign-in', { replace: true }),
  })
  return (
    <Button
      tone="quiet"
      icon="log-out"
      label={t('shell.signOut')}
      busy={leave.isPending}
      onPress={() => leave.mutate({ input: { body: {} } })}
    />
  )
}
