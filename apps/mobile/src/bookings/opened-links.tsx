import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { openLinks, tokenOfLink } from '@buy-locals/features/booking/manage-link'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Failed } from '../shell/screen-error'
import { addManageLink } from './manage-links'

export type Link = [bookingId: Booking['id'], token: string]

/** What a mailed link brings is open on this device from then on, once the server has accepted it. */
function useOpenLinks(links: readonly Link[]) {
  const callApi = useApi()
  return useQuery({
    queryKey: ['links', links],
    queryFn: () =>
      openLinks(links, async (bookingId, token) => {
        await callApi(readBooking, { params: { bookingId } }, { headers: { 'x-manage-token': token } })
        await addManageLink(callApi, bookingId, token)
      }),
    enabled: links.length > 0,
    staleTime: Infinity,
  })
}

type OpenedLinksProps = { links: readonly Link[]; children: ReactNode }

/** One that is refused takes the place of what it would have opened. Of several, the others are shown. */
export function OpenedLinks({ links, children }: OpenedLinksProps) {
  const t = translatorForFeatures(useI18n())
  const { data: refused, error, refetch } = useOpenLinks(links)
  if (links.length === 0) return children
  if (refused) return links.length === 1 && refused.length === 1 ? <LinkRefused /> : children
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page>
      <Progress label={t('ownBooking.opening')} />
    </Page>
  )
}

/** That some of several are refused, until it has been read. */
export function RefusedLinks({ links }: { links: readonly Link[] }) {
  const t = translatorForFeatures(useI18n())
  const queryClient = useQueryClient()
  const { data: refused = [] } = useOpenLinks(links)
  if (refused.length === 0) return null
  const dismiss = () => void queryClient.setQueryData(['links', links], [])
  const action = <Button tone="quiet" label={t('ui.dismiss')} onPress={dismiss} />
  return <Notice tone="danger" title={t('ownBooking.someRefused')} action={action} />
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
