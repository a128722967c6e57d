import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isHidden } from '@buy-locals/api-client/refusal'
import { useApi } from '@buy-locals/client/api-context'
import { operationQuery } from '@buy-locals/client/operation-query'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TitledBookings } from '@buy-locals/features/titled-bookings'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { LoadingCards } from '../explore/loading-cards'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { Failed } from '../shell/screen-error'
import { FindBookings } from './find-bookings'
import { forgetRefusedLinks, listManaged } from './manage-links'
import { RefusedLinks, type Link } from './opened-links'

/** What was booked on this device without an account, and the way to one's own. */
export function GuestBookings({ links }: { links: readonly Link[] }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const callApi = useApi()
  const managed = listManaged()
  const found = useQueries({
    queries: managed.map((bookingId) => operationQuery(callApi, readBooking, { params: { bookingId } })),
  })
  const bookings = found.flatMap(({ data }) => data ?? [])
  const refused = managed.filter((_, at) => isHidden(found[at]?.error)).join(' ')
  const error = found.find((each) => each.error && !isHidden(each.error))?.error
  useEffect(() => {
    if (refused) void forgetRefusedLinks(refused.split(' '))
  }, [refused])
  if (found.every((each) => isHidden(each.error))) {
    return (
      <SignInFirst text={t('bookings.guestText')}>
        <RefusedLinks links={links} />
        <FindBookings />
      </SignInFirst>
    )
  }
  if (bookings.length === 0 && error)
    return <Failed error={error} onRetry={() => found.forEach((each) => void each.refetch())} />
  return (
    <Page>
      <Title level={1}>{tFeatures('booking.mine')}</Title>
      <RefusedLinks links={links} />
      {bookings.length === 0 && <LoadingCards />}
      {bookings.length > 0 && <TitledBookings title={t('bookings.onDevice')} bookings={bookings} />}
      <FindBookings />
      <Stack gap="sm">
        <Text>{tFeatures('booking.haveAccount')}</Text>
        <Button tone="secondary" icon="log-in" label={t('account.signIn')} href="/sign-in" />
      </Stack>
    </Page>
  )
}
