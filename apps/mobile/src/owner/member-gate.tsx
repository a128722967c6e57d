import { useEffect, type ReactNode } from 'react'
import { CurrentBusiness } from '@buy-locals/client/current-business'
import { isSignedOut, listBusinesses, useMe } from '@buy-locals/client/me'
import { useKept } from '@buy-locals/client/stored-text'
import { useBusinessRealtime } from '@buy-locals/client/use-business-realtime'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import type { Role } from '@buy-locals/contracts/auth/shapes'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { lastBusiness } from './last-business'

/** The screens of one business, for its members. */
export function MemberGate({ businessId, children }: { businessId: string; children: ReactNode }) {
  const t = useT()
  const { data: me, error, refetch } = useMe()
  const membership = me && listBusinesses(me).find(({ id }) => id === businessId)
  const business = useOperationQuery(
    readBusiness,
    { params: { businessId: membership?.id ?? '' } },
    { when: membership !== undefined },
  )
  if (isSignedOut(error)) return <SignInFirst text={t('business.signIn')} />
  if (!me) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  if (!membership) return <AccessEnded businessId={businessId} />
  if (business.data) {
    return (
      <Member key={membership.id} role={membership.role} business={business.data}>
        {children}
      </Member>
    )
  }
  return business.error ? <Failed error={business.error} onRetry={() => void business.refetch()} /> : <LoadingScreen />
}

type MemberProps = { role: Role; business: Output<typeof readBusiness>; children: ReactNode }

const onlyRead = () => {}

function Member({ role, business, children }: MemberProps) {
  const realtime = useBusinessRealtime(business.id, onlyRead)
  const [, remember] = useKept(lastBusiness)
  useEffect(() => remember(business.id), [remember, business.id])
  return <CurrentBusiness value={{ business, role, realtime }}>{children}</CurrentBusiness>
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
