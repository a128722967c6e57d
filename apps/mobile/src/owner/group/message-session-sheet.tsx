import { messageGroupSession } from '@buy-locals/contracts/booking/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { TextSheet } from '../text-sheet'
import { useBusiness } from '../use-business'

type MessageSessionProps = { groupSessionId: Id<'groupSession'>; open: boolean; onClose: () => void }

/** One message to everybody who has booked the session. */
export function MessageSessionSheet({ groupSessionId, open, onClose }: MessageSessionProps) {
  const t = useT()
  const { params } = useBusiness()
  const { mutate, isPending, shownError } = useOperationMutation(messageGroupSession, {
    inlineError: true,
    successText: ({ sent }) => t('board.messageSent', { count: sent }),
    onSuccess: onClose,
  })
  return (
    <TextSheet
      open={open}
      tone="primary"
      title={t('board.messageAll')}
      text={t('board.messageAllText')}
      label={t('board.messageSend')}
      keep={t('board.close')}
      field={t('board.message')}
      missing={t('board.sessionMessageMissing')}
      busy={isPending}
      error={shownError}
      onConfirm={(text) => mutate({ input: { params: { ...params, groupSessionId }, body: { text } } })}
      onClose={onClose}
    />
  )
}
