import { redirect, useLoaderData, useLocation, useSearchParams } from 'react-router'
import { canReschedule } from '@buy-locals/features/booking/status'
import { useChosenTime } from '@buy-locals/features/booking/use-chosen-time'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { instant } from '@buy-locals/values/time'
import { loadOptions } from '../book/load-options'
import { TimePage } from '../book/time-page'
import { loadBooking } from '../bookings/load-booking'
import { LockedBooking } from '../bookings/locked-booking'
import { useLinkExchange } from '../bookings/use-link-exchange'
import type { LoaderArgs } from '../server/visit'
import { privateSharedPage } from '../site/page-meta'
import { unlessOnlyTimeChanges } from '../book/only-time-changes'
import { ConfirmStep, type LoadedMove } from './confirm-step'

export const shouldRevalidate = unlessOnlyTimeChanges

export async function loader({ params, request, context }: LoaderArgs) {
  const loaded = await loadBooking(context, params['bookingId'] ?? '')
  if (loaded.kind === 'locked') return loaded
  const { booking, business, now } = loaded
  if (!business || !canReschedule(booking, now)) throw redirect(`/bookings/${booking.id}`)
  const search = new URL(request.url).searchParams
  search.set('people', String(booking.partySize))
  return { ...loaded, options: await loadOptions(context, business.slug, booking.serviceId, search) }
}

export const meta = privateSharedPage('booking.move')

export default function ReschedulePage() {
  const loaded = useLoaderData<typeof loader>()
  const exchange = useLinkExchange(loaded.kind === 'locked' ? loaded.bookingId : loaded.booking.id)
  if (loaded.kind === 'locked') return <LockedBooking exchange={exchange} />
  return <RescheduleView loaded={loaded as LoadedMove} />
}

function RescheduleView({ loaded }: { loaded: LoadedMove }) {
  const t = translatorForFeatures(useI18n())
  const [params] = useSearchParams()
  const { pathname } = useLocation()
  const { booking, options } = loaded
  const start = instant.safeParse(params.get('at')).data
  const chosen = useChosenTime(options, pathname)
  const steps = [t('booking.moveSteps.time'), t('booking.moveSteps.check')]
  const current = start ? 1 : 0
  const label = t('book.stepOf', { at: current + 1, of: steps.length, step: steps[current] ?? '' })
  return (
    <Page reading>
      <Stack gap="sm">
        <Title level={1}>{t('booking.moveTitle', { service: booking.serviceName })}</Title>
        <span>
          <TextLink label={t('booking.moveKeep')} href={`/bookings/${booking.id}`} />
        </span>
      </Stack>
      <Steps label={label} steps={steps} current={current} />
      {start ? (
        <ConfirmStep loaded={loaded} start={start} />
      ) : (
        <TimePage keepsParty options={options} chosen={chosen} />
      )}
    </Page>
  )
}
