import { listMembers, withdrawInvitation } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { IconButton } from '@buy-locals/ui/icon-button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** Without asking: it can be sent again. */
export function WithdrawInvitation({ invitationId, email }: { invitationId: Id<'invitation'>; email: string }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const withdraw = useOperationMutation(withdrawInvitation, {
    invalidates: [listMembers],
    successText: t('members.withdrawDone'),
  })
  return (
    <IconButton
      icon="x"
      label={t('members.withdrawName', { email })}
      onPress={() => withdraw.mutate({ input: { params: { ...params, invitationId } } })}
    />
  )
}
