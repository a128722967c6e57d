import { useState } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { format } from '@buy-locals/values/money'
import { useT } from '../messages/site-i18n'
import { CancelDialog } from './cancel-dialog'
import type { Open } from './load'
import { ProblemDialog } from './problem-dialog'

/** What can be done with a booking as it stands. */
export function Actions({ open }: { open: Open }) {
  const t = useT()
  const { locale } = useI18n()
  const [asked, setAsked] = useState<'cancel' | 'problem'>()
  const { booking, business, now } = open
  const { status, payment } = booking
  const isAhead = Date.parse(booking.start) > Date.parse(now)
  const mayCancel = ['held', 'pending', 'confirmed'].includes(status) && isAhead
  const isPaid = payment === 'online' && !['held', 'pending', 'expired'].includes(status)
  const again = business && `/b/${business.slug}/book/${booking.serviceId}`
  const close = () => setAsked(undefined)
  return (
    <Stack gap="md">
      {status === 'held' && (
        <Button
          wide
          large
          label={t('booking.payNow', { amount: format(booking.deposit, locale) })}
          href={`/bookings/${booking.id}/pay`}
        />
      )}
      {(status === 'confirmed' || status === 'pending') && (
        <Button
          wide
          tone="secondary"
          icon="calendar-plus"
          label={t('booking.calendar')}
          href={`/v1/bookings/${booking.id}/calendar`}
        />
      )}
      {isPaid && (
        <Button
          wide
          tone="secondary"
          icon="receipt"
          label={t('booking.receipt')}
          href={`/bookings/${booking.id}/receipt`}
        />
      )}
      {!mayCancel && again && <Button wide tone="secondary" label={t('booking.bookAgain')} href={again} />}
      {status === 'completed' && !booking.complainedAt && (
        <Button wide tone="quiet" icon="flag" label={t('booking.problem')} onPress={() => setAsked('problem')} />
      )}
      {mayCancel && (
        <Button wide tone="quiet" icon="calendar-x" label={t('booking.cancel')} onPress={() => setAsked('cancel')} />
      )}
      <CancelDialog booking={booking} now={now} open={asked === 'cancel'} onClose={close} />
      <ProblemDialog booking={booking} open={asked === 'problem'} onClose={close} />
    </Stack>
  )
}
