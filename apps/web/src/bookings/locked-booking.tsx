import { useLocation } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
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
  const tFeatures = translatorForFeatures(useI18n())
  const site = useSite()
  const { pathname } = useLocation()
  if (exchange === 'opening') {
    return (
      <Page reading>
        <Progress label={tFeatures('ownBooking.opening')} />
      </Page>
    )
  }
  return (
    <MessagePage
      icon="lock"
      title={tFeatures('ownBooking.lockedTitle')}
      text={tFeatures(exchange === 'refused' ? 'ownBooking.linkBad' : 'ownBooking.lockedGuest')}
      action={
        <Buttons>
          {!site?.me && <Button label={t('site.signIn')} href={`/sign-in?to=${encodeURIComponent(pathname)}`} />}
          <Button tone="secondary" label={tFeatures('ownBooking.find')} href="/bookings" />
        </Buttons>
      }
    />
  )
}
