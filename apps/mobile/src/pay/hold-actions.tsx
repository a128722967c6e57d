import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { useReleaseHold } from '../book/own-hold'

type HoldActionsProps = { booking: Booking; onLeave: (booking: Booking) => void }

/** Whoever does not want to pay for this time takes another, or none. */
export function HoldActions({ booking, onLeave }: HoldActionsProps) {
  const t = translatorForFeatures(useI18n())
  const { release, isReleasing, error } = useReleaseHold(booking.id, () => onLeave(booking))
  if (booking.heldMove) {
    return (
      <Buttons>
        <Button tone="secondary" label={t('booking.moveBack')} onPress={() => onLeave(booking)} />
        <Button tone="quiet" label={t('booking.moveKeep')} href={`/bookings/${booking.id}`} />
      </Buttons>
    )
  }
  return (
    <Stack gap="md">
      {error}
      <Button flush tone="quiet" busy={isReleasing} label={t('pay.release')} onPress={release} />
    </Stack>
  )
}

/** Nobody is charged for a time that is not held any more. */
export function HoldEnded({ booking, onLeave }: HoldActionsProps) {
  const t = translatorForFeatures(useI18n())
  return (
    <Notice
      tone="danger"
      title={t('pay.expiredTitle')}
      text={t(booking.heldMove ? 'pay.expiredMoveText' : 'pay.expiredText')}
      action={<Button label={t('pay.again')} onPress={() => onLeave(booking)} />}
    />
  )
}
