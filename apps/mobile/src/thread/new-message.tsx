import { useKept } from '@buy-locals/client/stored-text'
import { listMessages, sendMessage } from '@buy-locals/contracts/booking/operations'
import type { Booking, ThreadSide } from '@buy-locals/contracts/booking/shapes'
import { MessageForm } from '@buy-locals/features/message-form'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ErrorNotice } from '../shell/error-notice'

type NewMessageProps = { bookingId: Booking['id']; side: ThreadSide; name: string }

/** Somebody may be a customer of the business they work for. */
const drafts = { consumer: 'message', business: 'reply' } as const

/** What is typed stays on this device until it is sent. */
export function NewMessage({ bookingId, side, name }: NewMessageProps) {
  const [text = '', setText] = useKept(`${drafts[side]} ${bookingId}`)
  const { mutate, isPending, shownError } = useOperationMutation(sendMessage, {
    inlineError: true,
    invalidates: [listMessages],
    onSuccess: () => setText(''),
  })
  return (
    <MessageForm
      name={name}
      text={text}
      onChange={setText}
      isBusy={isPending}
      error={<ErrorNotice error={shownError} />}
      onSend={(written) => mutate({ input: { params: { bookingId }, body: { sentBy: side, text: written } } })}
    />
  )
}
