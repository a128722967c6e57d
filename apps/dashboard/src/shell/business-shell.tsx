import { useCallback, useEffect, useRef } from 'react'
import { Outlet, useLocation, useParams } from 'react-router'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { id } from '@buy-locals/values/ids'
import { Page, Shell, SkipLink } from '@buy-locals/ui/layout'
import { useOperationQuery } from '../api/queries'
import { useNewBookings } from '../booking/use-new-bookings'
import { businessesOf, useKnownMe, type BusinessId } from '../session/me'
import { useT } from '../messages/use-t'
import { Answered, Rows } from './answered'
import { Standing, type Profile } from './here'
import { NotFound } from './not-found'
import { Sidebar } from './sidebar'
import { useLive } from './use-live'
import type { Role } from '@buy-locals/contracts/auth/shapes'

/** Inside a business, for its members. */
export function BusinessShell() {
  const { businessId } = useParams()
  const parsed = id('business').safeParse(businessId)
  const mine = businessesOf(useKnownMe()).find((business) => business.id === parsed.data)
  const profile = useOperationQuery(
    readBusiness,
    { params: { businessId: mine?.id ?? '' } },
    { when: mine !== undefined },
  )
  if (!mine) return <NotFound />
  if (profile.data) return <Inside key={mine.id} businessId={mine.id} role={mine.role} business={profile.data} />
  return (
    <Page>
      <Answered of={profile} bones={<Rows />}>
        {() => null}
      </Answered>
    </Page>
  )
}

type InsideProps = { businessId: BusinessId; role: Role; business: Profile }

function Inside({ businessId, role, business }: InsideProps) {
  const t = useT()
  const tellOfBooking = useNewBookings(business)
  const live = useLive(
    businessId,
    useCallback((event) => void tellOfBooking(event), [tellOfBooking]),
  )
  useFocusOnArrival()
  return (
    <Standing value={{ business, role, live }}>
      <SkipLink label={t('shell.skip')} />
      <Shell sidebarLabel={t('shell.nav')} sidebar={<Sidebar />}>
        <Outlet />
      </Shell>
    </Standing>
  )
}

/** After following a link to another section, keyboard and reader go on in its page. */
function useFocusOnArrival() {
  const section = useLocation().pathname.split('/')[2]
  const before = useRef(section)
  useEffect(() => {
    if (before.current === section) return
    before.current = section
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [section])
}
