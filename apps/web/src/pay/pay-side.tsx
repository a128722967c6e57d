import { lazy, Suspense, useState } from 'react'
import { useSearchParams } from 'react-router'
import { cancellationText } from '@buy-locals/features/booking/policy-text'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Countdown } from '@buy-locals/ui/countdown'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import type { Open } from '../bookings/load'
import { useServerNow } from '../bookings/use-server-now'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import { Confirming } from './confirming'

const TestCardForm = lazy(() => import('./test-card-form'))
const StripeForm = lazy(() => import('./stripe-form'))

/** How long the time is kept, the form, and the wait until the booking stands. */
export function PaySide({ open: { booking, business, now } }: { open: Open }) {
  const t = useT()
  const i18n = useI18n()
  const site = useSite()
  const [params] = useSearchParams()
  const returned = params.get('redirect_status')
  const [isSent, setSent] = useState(returned === 'succeeded')
  const [isOver, setOver] = useState(false)
  const instant = useServerNow(now)
  const left = () => Date.parse(booking.holdExpiresAt ?? now) - Date.parse(instant())

  if (isSent) return <Confirming bookingId={booking.id} />
  if (isOver) {
    const again = business ? `/b/${business.slug}/book/${booking.serviceId}` : '/'
    return (
      <Notice
        tone="danger"
        title={t('pay.expiredTitle')}
        text={t('pay.expiredText')}
        action={<Button label={t('pay.again')} href={again} />}
      />
    )
  }
  const announce = (seconds: number) =>
    seconds < 60 ? t('pay.secondsLeft', { count: seconds }) : t('pay.minutesLeft', { count: Math.round(seconds / 60) })
  const { mode } = site?.payments ?? {}
  const form = { booking, onPaid: () => setSent(true) }
  return (
    <Stack gap="xl">
      <Countdown label={t('pay.keep')} millisecondsLeft={left} announce={announce} onEnd={() => setOver(true)} />
      {returned === 'failed' && <Notice tone="danger" title={t('pay.notConfirmed')} text={t('pay.notCharged')} />}
      <Suspense fallback={<Progress label={t('pay.loading')} />}>
        {mode === 'simulator' && <TestCardForm {...form} />}
        {mode === 'stripe' && <StripeForm {...form} />}
        {mode === 'off' && <Notice tone="danger" title={t('pay.off')} />}
      </Suspense>
      <Text size="small" tone="quiet">
        {t('pay.held', { policy: cancellationText(i18n, booking, now) })}
      </Text>
    </Stack>
  )
}
