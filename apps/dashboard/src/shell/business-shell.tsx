import { useCallback } from 'react'
import { Outlet, useParams } from 'react-router'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Page, Shell, SkipLink } from '@buy-locals/ui/layout'
import { id } from '@buy-locals/values/ids'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { CurrentBusiness } from '@buy-locals/client/current-business'
import { listBusinesses, useSignedIn } from '@buy-locals/client/me'
import { useBusinessRealtime } from '@buy-locals/client/use-business-realtime'
import { useBookingToasts } from '../booking/use-booking-toasts'
import { useT } from '../messages/use-t'
import { NotFound } from './fallback-pages'
import { QueryResult } from './query-result'
import { Sidebar } from './sidebar'
import { useFocusOnArrival } from './use-focus-on-arrival'

/** The pages of one business, for its members. */
export function BusinessShell() {
  const { businessId } = useParams()
  const parsed = id('business').safeParse(businessId)
  const membership = listBusinesses(useSignedIn()).find((business) => business.id === parsed.data)
  const business = useOperationQuery(
    readBusiness,
    { params: { businessId: membership?.id ?? '' } },
    { when: membership !== undefined },
  )
  if (!membership) return <NotFound />
  if (business.data) return <Member key={membership.id} role={membership.role} business={business.data} />
  return (
    <Page>
      <QueryResult query={business}>{() => null}</QueryResult>
    </Page>
  )
}

type MemberProps = { role: Role; business: Output<typeof readBusiness> }

function Member({ role, business }: MemberProps) {
  const t = useT()
  const showBookingToast = useBookingToasts(business)
  const realtime = useBusinessRealtime(
    business.id,
    useCallback((event) => void showBookingToast(event), [showBookingToast]),
  )
  useFocusOnArrival()
  return (
    <CurrentBusiness value={{ business, role, realtime }}>
      <SkipLink label={t('shell.skip')} />
      <Shell sidebarLabel={t('shell.nav')} sidebar={<Sidebar />}>
        <Outlet />
      </Shell>
    </CurrentBusiness>
  )
}
