import { useState } from 'react'
import { listMembers, removeMember } from '@buy-locals/contracts/auth/operations'
import type { Id } from '@buy-locals/values/ids'
import { IconButton } from '@buy-locals/ui/icon-button'
import { useOrder } from '../ask/use-order'
import { Confirm } from '../forms/confirm'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

export function RemoveMember({ personId, name }: { personId: Id<'person'>; name: string }) {
  const t = useT()
  const { params } = useHere()
  const [asked, setAsked] = useState(false)
  const close = () => setAsked(false)
  const remove = useOrder(removeMember, {
    inPlace: true,
    changes: [listMembers],
    said: t('members.removeDone'),
    done: close,
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
        trouble={remove.trouble}
        onYes={() => remove.mutate({ input: { params: { ...params, personId } } })}
        onClose={close}
      />
    </>
  )
}
