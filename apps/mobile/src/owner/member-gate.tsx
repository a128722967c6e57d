import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import type { RealtimeStatus } from '@buy-locals/api-client/realtime'
import { CurrentBusiness } from '@buy-locals/client/current-business'
import { isSignedOut, listBusinesses, useMe, type BusinessId } from '@buy-locals/client/me'
import { useKept } from '@buy-locals/client/stored-text'
import { useBusinessRealtime } from '@buy-locals/client/use-business-realtime'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { lastBusiness } from './last-business'

/** What is shown in the place of every screen until somebody is known to be a member. */
const InPlace = createContext<ReactNode>(null)

/** Reads whose business it is. The navigation below is there from the start, or it would not find what a link opens. */
export function MemberProvider({ businessId, children }: { businessId: string; children: ReactNode }) {
  const t = useT()
  const { data: me, error, refetch } = useMe()
  const membership = isSignedOut(error) ? undefined : me && listBusinesses(me).find(({ id }) => id === businessId)
  const profile = useOperationQuery(
    readBusiness,
    { params: { businessId: membership?.id ?? '' } },
    { when: membership !== undefined },
  )
  const [realtime, setRealtime] = useState<RealtimeStatus>('connecting')
  const business = membership && profile.data
  function findInPlace() {
    if (isSignedOut(error)) return <SignInFirst text={t('business.signIn')} />
    if (!me) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
    if (!membership) return <AccessEnded businessId={businessId} />
    return profile.error ? <Failed error={profile.error} onRetry={() => void profile.refetch()} /> : <LoadingScreen />
  }
  return (
    <CurrentBusiness value={business && { business, role: membership.role, realtime }}>
      {business && <Live key={business.id} businessId={business.id} onStatus={setRealtime} />}
      <InPlace value={business ? null : findInPlace()}>{children}</InPlace>
    </CurrentBusiness>
  )
}

/** Around each screen that needs the business. */
export function ForMembers({ children }: { children: ReactNode }) {
  const inPlace = useContext(InPlace)
  return useContext(CurrentBusiness) ? children : inPlace
}

const onlyRead = () => {}

/** Keeps the screens up to date, and remembers whose they are. */
function Live({ businessId, onStatus }: { businessId: BusinessId; onStatus: (status: RealtimeStatus) => void }) {
  const status = useBusinessRealtime(businessId, onlyRead)
  const [, remember] = useKept(lastBusiness)
  useEffect(() => onStatus(status), [onStatus, status])
  useEffect(() => remember(businessId), [remember, businessId])
  return null
}

/** Somebody removed the person, here or on another device. */
function AccessEnded({ businessId }: { businessId: string }) {
  const t = useT()
  const [last, remember] = useKept(lastBusiness)
  useEffect(() => {
    if (last === businessId) remember('')
  }, [last, remember, businessId])
  const action = <Button label={t('business.toAccount')} href="/account" />
  return (
    <Page>
      <EmptyState level={1} icon="lock" title={t('business.goneTitle')} text={t('business.goneText')} action={action} />
    </Page>
  )
}
