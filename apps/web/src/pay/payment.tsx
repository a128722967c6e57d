import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useServerNow } from '@buy-locals/client/use-server-now'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { HoldCountdown } from '@buy-locals/features/hold-countdown'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import type { LoadedBooking } from '../bookings/load-booking'
import { useSite } from '../site/use-site'
import { Confirming } from './confirming'
import { HoldActions } from './hold-actions'

const TestCardForm = lazy(() => import('./test-card-form'))
const StripeForm = lazy(() => import('./stripe-form'))

/** How long the time is held, the card form, and the wait until the booking is confirmed. */
export function Payment({ loaded }: { loaded: LoadedBooking }) {
  const { booking, business, now } = loaded
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const site = useSite()
  const [params] = useSearchParams()
  const redirectStatus = params.get('redirect_status')
  const [isSent, setSent] = useState(redirectStatus === 'succeeded')
  const [isExpired, setExpired] = useState(false)
  const serverNow = useServerNow(now)
  const { heldMove } = booking
  const holdExpiresAt = heldMove?.holdExpiresAt ?? booking.holdExpiresAt

  if (isSent) return <Confirming booking={booking} />
  if (isExpired) {
    const bookAgain = business ? `/b/${business.slug}/book/${booking.serviceId}` : '/'
    const again = heldMove ? `/bookings/${booking.id}/reschedule` : bookAgain
    return (
      <Notice
        tone="danger"
        title={t('pay.expiredTitle')}
        text={t(heldMove ? 'pay.expiredMoveText' : 'pay.expiredText')}
        action={<Button label={t('pay.again')} href={again} />}
      />
    )
  }
  const { mode } = site?.payments ?? {}
  const cardForm = { booking, onPaid: () => setSent(true) }
  return (
    <Stack gap="xl">
      <HoldCountdown expiresAt={holdExpiresAt ?? now} serverNow={serverNow} onEnd={() => setExpired(true)} />
      {redirectStatus === 'failed' && <Notice tone="danger" title={t('pay.notConfirmed')} text={t('pay.notCharged')} />}
      <Suspense fallback={<Progress label={t('pay.loading')} />}>
        {mode === 'simulator' && <TestCardForm {...cardForm} />}
        {mode === 'stripe' && <StripeForm {...cardForm} />}
        {mode === 'off' && <Notice tone="danger" title={t('pay.off')} />}
      </Suspense>
      <HoldActions loaded={loaded} />
      <Text size="small" tone="quiet">
        {t('pay.held', { policy: cancellationText(i18n, { ...booking, ...heldMove }, now) })}
      </Text>
    </Stack>
  )
}
