import type { ReactNode } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { formatDateTime, formatTime } from '@buy-locals/values/format-time'
import type { OwnBooking } from './booking/booking-request'
import { translatorForFeatures, useI18n } from './i18n'

type Hold = { id: string; start: string; timeZone: string; holdExpiresAt?: string | undefined }

type OwnHoldProps = {
  hold: Hold
  isReleasing: boolean
  /** Why it could not be released. */
  error: ReactNode
  onRelease: () => void
}

/** The reader came back from the payment, or opened it a second time: what they hold is theirs to pay. */
export function OwnHoldNotice({ hold, isReleasing, error, onRelease }: OwnHoldProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const when = formatDateTime(i18n, hold.start, hold.timeZone)
  const until = hold.holdExpiresAt ? formatTime(i18n, hold.holdExpiresAt, hold.timeZone) : ''
  return (
    <Notice
      tone="pending"
      title={t('book.ownHold', { when })}
      text={t('book.ownHoldText', { until })}
      action={
        <Stack gap="md">
          {error}
          <Buttons>
            <Button label={t('book.toPay')} href={`/bookings/${hold.id}/pay`} />
            <Button tone="secondary" busy={isReleasing} label={t('book.release')} onPress={onRelease} />
          </Buttons>
        </Stack>
      }
    />
  )
}

/** Nobody holds two times of a service: the next one releases the one before. */
export function ReplacedHoldNotice({ hold }: { hold: Hold }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  return (
    <Notice tone="info" title={t('book.replacesHold', { when: formatDateTime(i18n, hold.start, hold.timeZone) })} />
  )
}

/** There is a booking of the reader at that time. Often that was forgotten; a second one has to be meant. */
export function AlreadyBookedNotice({ booking, onBookBoth }: { booking: OwnBooking; onBookBoth: () => void }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
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
