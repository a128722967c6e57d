import { useRef, useState } from 'react'
import { listBusinessBookings, listMessages, sendMessage } from '@buy-locals/contracts/booking/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { MessageForm } from '@buy-locals/features/message-form'
import { MessageThread } from '@buy-locals/features/message-thread'
import { useThread } from '@buy-locals/features/thread/use-thread'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import type { Booking } from '@buy-locals/features/booking/business-booking'
import { isErasedCustomer, isReachable } from '@buy-locals/features/booking/is-erased-customer'
import { ErrorNotice } from '../shell/error-notice'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

type Props = { booking: Booking; customer: BoardBooking['customer'] | undefined }

const lists = [listBusinessBookings]

/** What the customer and the business write to each other about a booking. */
export function BookingMessages({ booking, customer }: Props) {
  const t = translatorForFeatures(useI18n())
  const tBooking = useT()
  const { business } = useCurrentBusiness()
  const place = useRef<HTMLDivElement>(null)
  const { thread, earlier, isReporting, reportError, report } = useThread({
    bookingId: booking.id,
    side: 'business',
    place,
    lists,
  })
  const reporting = { isBusy: isReporting, error: <ErrorNotice error={reportError} />, onReport: report }
  const canWrite = !customer || isReachable(customer)
  const name = customer?.name ?? ''
  return (
    <section aria-labelledby="messages-title">
      <Stack gap="md">
        <Title level={3} size="body" id="messages-title">
          {t('thread.title')}
        </Title>
        {thread && canWrite && (
          <MessageThread
            thread={thread}
            side="business"
            ownName={business.name}
            name={name}
            timeZone={booking.timeZone}
            empty={t('thread.none')}
            earlier={earlier}
            reporting={reporting}
          />
        )}
        {!canWrite && (
          <Text tone="quiet">
            {isErasedCustomer(customer) ? tBooking('booking.customerErased') : t('refusal.byCode.booking/no-address')}
          </Text>
        )}
        <div ref={place}>{thread?.closesAt && canWrite && <NewMessage booking={booking} name={name} />}</div>
      </Stack>
    </section>
  )
}

/** What was typed and not sent, by booking: a sheet that is closed by accident loses nothing. */
const drafts = new Map<string, string>()

function NewMessage({ booking: { id: bookingId }, name }: { booking: Booking; name: string }) {
  const [text, setText] = useState(drafts.get(bookingId) ?? '')
  const change = (typed: string) => {
    drafts.set(bookingId, typed)
    setText(typed)
  }
  const message = useOperationMutation(sendMessage, {
    inlineError: true,
    invalidates: [listMessages],
    onSuccess: () => change(''),
  })
  return (
    <MessageForm
      name={name}
      text={text}
      onChange={change}
      isBusy={message.isPending}
      error=<ErrorNotice error={message.shownError} />
      onSend={(written) =>
        message.mutate({ input: { params: { bookingId }, body: { sentBy: 'business', text: written } } })
      }
    />
  )
}
