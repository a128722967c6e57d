import type { ReactNode } from 'react'
import { Stack as Screens } from 'expo-router'
import type { BookingOptions } from '@buy-locals/features/booking/load-options'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { useBookingOptions, type Chosen } from './use-booking-options'

type WithOptionsProps = { chosen: Chosen; children: (options: BookingOptions, isLoading: boolean) => ReactNode }

/** What a step of booking needs, and what is in its place until it is there. */
export function WithOptions({ chosen, children }: WithOptionsProps) {
  const { data: options, error, isPlaceholderData, refetch } = useBookingOptions(chosen)
  if (!options && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!options) return <LoadingScreen />
  if (options.kind !== 'open') return <NotBookable slug={chosen.slug} kind={options.kind} />
  return (
    <>
      <Screens.Screen options={{ title: options.service.name }} />
      {children(options, isPlaceholderData)}
    </>
  )
}

function NotBookable({ slug, kind }: { slug: string; kind: 'absent' | 'awaits-payments' }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const text = tFeatures(kind === 'absent' ? 'book.gone' : 'refusal.byCode.booking/payments-not-ready')
  const action = <Button label={t('bookings.toBusiness')} href={`/b/${slug}`} />
  return (
    <Page>
      <EmptyState level={1} icon="calendar-x" title={t('book.unbookableTitle')} text={text} action={action} />
    </Page>
  )
}
