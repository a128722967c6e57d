import { messageGroupSession } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { TextDialog } from '../forms/text-dialog'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

type MessageDialogProps = { groupSessionId: Id<'groupSession'>; open: boolean; onClose: () => void }

/** One message to everybody who has booked the session. */
export function MessageSessionDialog({ groupSessionId, open, onClose }: MessageDialogProps) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const message = useOperationMutation(messageGroupSession, {
    inlineError: true,
    successText: ({ sent }) => t('board.messageSent', { count: sent }),
    onSuccess: onClose,
  })
  return (
    <TextDialog
      open={open}
      tone="primary"
      title={t('board.messageAll')}
      text={t('board.messageAllText')}
      label={t('board.messageSend')}
      field={t('board.message')}
      missing={t('board.sessionMessageMissing')}
      rows={4}
      busy={message.isPending}
      error={message.shownError}
      onConfirm={(text) => message.mutate({ input: { params: { ...params, groupSessionId }, body: { text } } })}
      onClose={onClose}
    />
  )
}
