import { useState } from 'react'
import { listMembers, removeMember } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { IconButton } from '@buy-locals/ui/icon-button'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Confirm } from '../forms/confirm'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

export function RemoveMember({ personId, name }: { personId: Id<'person'>; name: string }) {
  const t = useT()
  const { params } = useHere()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const remove = useOperationMutation(removeMember, {
    inlineError: true,
    invalidates: [listMembers],
    successText: t('members.removeDone'),
    onSuccess: close,
  })
  return (
    <>
      <IconButton icon="trash" label={t('members.removeName', { name })} onPress={() => setAsked(true)} />
      <Confirm
        open={asked}
        title={t('members.removeAsk', { name })}
        text={t('members.removeText')}
        label={t('members.remove')}
        busy={remove.isPending}
        errorText={remove.errorText}
        onYes={() => remove.mutate({ input: { params: { ...params, personId } } })}
        onClose={close}
      />
    </>
  )
}
