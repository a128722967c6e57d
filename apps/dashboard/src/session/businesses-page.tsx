import { useQueries } from '@tanstack/react-query'
import { Navigate } from 'react-router'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { Skeleton } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { listBusinesses, listOperatorScopes, useSignedIn } from '@buy-locals/client/me'
import { operationQuery } from '../api/queries'
import { BusinessStatus } from '../shell/business-status'
import { StartingPage } from '../shell/fallback-pages'
import { SignedOutFrame } from '../shell/signed-out-frame'
import { Screen } from '../shell/screen'
import { SignOut } from '../shell/sign-out'
import { useT } from '../messages/use-t'
import { Invitations, UnverifiedNotice, useInvitations } from './invitations'

/** The businesses somebody is a member of, or invited to; whoever has only one goes straight to it. */
export function Component() {
  const t = useT()
  const me = useSignedIn()
  const mine = listBusinesses(me)
  const markets = listOperatorScopes(me)
  const profiles = useQueries({
    queries: mine.map(({ id }) => operationQuery(readBusiness, { params: { businessId: id } })),
  })

  const invitations = useInvitations()
  const invited = invitations.data?.items ?? []
  const [only] = mine
  if (invitations.isPending) return <StartingPage />
  if (only && mine.length === 1 && markets.length === 0 && invited.length === 0)
    return <Navigate replace to={`/${only.id}/board`} />
  if (mine.length === 0 && markets.length > 0 && invited.length === 0) return <Navigate replace to="/operator" />

  const add = <Button tone={mine.length ? 'secondary' : 'primary'} icon="plus" label={t('session.add')} href="/new" />
  return (
    <SignedOutFrame actions={<SignOut />}>
      <Screen title={t('session.choose')} actions={mine.length + invited.length > 0 && add}>
        <UnverifiedNotice />
        <Invitations items={invited} />
        {mine.length === 0 && invited.length === 0 && (
          <EmptyState icon="store" title={t('session.none')} text={t('session.noneText')} action={add} />
        )}
        {mine.length > 0 && (
          <List label={t('session.choose')}>
            {mine.map(({ id, role }, at) => {
              const profile = profiles[at]?.data
              if (!profile) return <Skeleton key={id} height={76} />
              return (
                <ListRow
                  key={id}
                  href={`/${id}/board`}
                  title={profile.name}
                  detail={[profile.address.city, t(`shell.role.${role}`)].join(' · ')}
                  trailing={profile.status !== 'published' && <BusinessStatus status={profile.status} />}
                />
              )
            })}
          </List>
        )}
        {markets.length > 0 && (
          <Stack gap="md">
            <Title level={2}>{t('session.markets')}</Title>
            <List label={t('session.markets')}>
              <ListRow href="/operator" title={t('session.platform')} detail={t('shell.operator')} />
            </List>
          </Stack>
        )}
      </Screen>
    </SignedOutFrame>
  )
}
