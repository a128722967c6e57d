import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { tokenOfLink } from '@buy-locals/features/booking/manage-link'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { Failed } from '../shell/screen-error'
import { isRefused } from './is-refused'
import { addManageLink } from './manage-links'

type Link = [bookingId: Booking['id'], token: string]

type OpenedLinksProps = { links: readonly Link[]; children: ReactNode }

/** What a mailed link brings is open on this device from then on, once the server has accepted it. */
export function OpenedLinks({ links, children }: OpenedLinksProps) {
  const t = translatorForFeatures(useI18n())
  const callApi = useApi()
  const { data, error, refetch } = useQuery({
    queryKey: ['links', links],
    queryFn: async () => {
      // The cookie of a browser grows with each response, so one after the other.
      for (const [bookingId, token] of links) {
        await callApi(readBooking, { params: { bookingId } }, { headers: { 'x-manage-token': token } })
        await addManageLink(callApi, bookingId, token)
      }
      return links.length
    },
    enabled: links.length > 0,
    staleTime: Infinity,
  })
  if (links.length === 0 || data) return children
  if (isRefused(error)) return <LinkRefused />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      <Progress label={t('ownBooking.opening')} />
    </Page>
  )
}

function LinkRefused() {
  const t = translatorForFeatures(useI18n())
  const action = <Button label={t('ownBooking.find')} href="/bookings" />
  return (
    <Page>
      <EmptyState
        level={1}
        icon="lock"
        title={t('ownBooking.lockedTitle')}
        text={t('ownBooking.linkBad')}
        action={action}
      />
    </Page>
  )
}

/** Of the address of one booking. */
export function linksOfBooking(bookingId: string, fragment = ''): Link[] {
  const token = tokenOfLink(fragment)
  return token ? [[bookingId as Booking['id'], token]] : []
}
