import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useRevalidator } from 'react-router'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { useFragment } from '../site/browser-only'
import { callApi } from '../api/call-api'
import { MessagePage } from '../site/message-page'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'

/** A guest's link brings its token behind the #, which no server log sees; here it is exchanged for a cookie. */
export function LockedBooking({ bookingId }: { bookingId: string }) {
  const t = useT()
  const site = useSite()
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const fragment = useFragment() ?? ''
  const token = fragment.length >= 20 ? fragment : undefined
  const [isRefused, setRefused] = useState(false)

  useEffect(() => {
    if (!token) return
    const params = { bookingId: bookingId as Id<'booking'> }
    callApi(openManageLink, { params, body: { token } }).then(
      async () => {
        await navigate(pathname, { replace: true })
        await revalidate()
      },
      () => setRefused(true),
    )
  }, [token, bookingId, navigate, pathname, revalidate])

  if (token && !isRefused) {
    return (
      <Page reading>
        <Progress label={t('booking.opening')} />
      </Page>
    )
  }
  return (
    <MessagePage
      icon="lock"
      title={t('booking.lockedTitle')}
      text={t(isRefused ? 'booking.linkBad' : 'booking.lockedGuest')}
      action={
        <Buttons>
          {!site?.me && <Button label={t('site.signIn')} href={`/sign-in?to=${encodeURIComponent(pathname)}`} />}
          <Button tone="secondary" label={t('site.notFoundAction')} href="/" />
        </Buttons>
      }
    />
  )
}
