import { useRevalidator } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime, formatTime } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import type { Id } from '@buy-locals/values/ids'
import { ErrorNotice } from '../api/error-notice'
import { useT } from '../messages/site-i18n'
import { useReleaseHold } from './use-release-hold'

type Hold = { id: Id<'booking'>; start: string; timeZone: string; holdExpiresAt?: string | undefined }

/** The reader came back from the payment, or opened a second tab: what they hold is theirs to pay. */
export function OwnHoldNotice({ hold }: { hold: Hold }) {
  const t = useT()
  const i18n = useI18n()
  const when = formatDateTime(i18n, hold.start, hold.timeZone)
  const { revalidate } = useRevalidator()
  const { release, isBusy, error } = useReleaseHold(hold.id, () => void revalidate())
  const until = hold.holdExpiresAt ? formatTime(i18n, hold.holdExpiresAt, hold.timeZone) : ''
  return (
    <Notice
      tone="pending"
      title={t('book.ownHold', { when })}
      text={t('book.ownHoldText', { until })}
      action={
        <Stack gap="md">
          <ErrorNotice error={error} />
          <Buttons>
            <Button label={t('book.toPay')} href={`/bookings/${hold.id}/pay`} />
            <Button tone="secondary" busy={isBusy} label={t('book.release')} onPress={release} />
          </Buttons>
        </Stack>
      }
    />
  )
}

/** Nobody holds two times of a service: the next one releases the one before. */
export function ReplacedHoldNotice({ hold }: { hold: Hold }) {
  const t = useT()
  const i18n = useI18n()
  return (
    <Notice tone="info" title={t('book.replacesHold', { when: formatDateTime(i18n, hold.start, hold.timeZone) })} />
  )
}

export type OwnBooking = { id: string; status: string; serviceName: string; start: string; timeZone: string }

/** There is a booking of the reader at that time. Often that was forgotten; a second one has to be meant. */
export function AlreadyBookedNotice({ booking, onBookBoth }: { booking: OwnBooking; onBookBoth: () => void }) {
  const t = useT()
  const i18n = useI18n()
  const { id, serviceName, start, timeZone } = booking
  const isHeld = booking.status === 'held'
  const when = formatDateTime(i18n, start, timeZone)
  return (
    <Notice
      tone="pending"
      title={t('book.alreadyBooked')}
      text={t(isHeld ? 'book.alreadyHeldText' : 'book.alreadyBookedText', { service: serviceName, when })}
      action={
        <Buttons>
          <Button
            label={t(isHeld ? 'book.toPay' : 'book.seeBooking')}
            href={isHeld ? `/bookings/${id}/pay` : `/bookings/${id}`}
          />
          <Button tone="secondary" label={t('book.bookBoth')} onPress={onBookBoth} />
        </Buttons>
      }
    />
  )
}
