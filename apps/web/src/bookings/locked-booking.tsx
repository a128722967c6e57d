import { useLocation } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Progress } from '@buy-locals/ui/progress'
import { MessagePage } from '../site/message-page'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import type { LinkExchange } from './use-link-exchange'

/** A booking that this browser may not see, or not yet. */
export function LockedBooking({ exchange }: { exchange: LinkExchange }) {
  const t = useT()
  const site = useSite()
  const { pathname } = useLocation()
  if (exchange === 'opening') {
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
      text={t(exchange === 'refused' ? 'booking.linkBad' : 'booking.lockedGuest')}
      action={
        <Buttons>
          {!site?.me && <Button label={t('site.signIn')} href={`/sign-in?to=${encodeURIComponent(pathname)}`} />}
          <Button tone="secondary" label={t('booking.find')} href="/bookings" />
        </Buttons>
      }
    />
  )
}
