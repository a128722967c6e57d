import { useQueries } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { listBusinesses } from '@buy-locals/client/me'
import { operationQuery } from '@buy-locals/client/operation-query'
import type { readMe } from '@buy-locals/contracts/auth/operations'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { List, ListRow } from '@buy-locals/ui/list'
import { Skeleton } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { businessPath } from './use-business'

/** The way to the day of each business somebody is a member of; nothing for everybody else. */
export function YourBusinesses({ me, except }: { me: Output<typeof readMe>; except?: string }) {
  const t = useT()
  const callApi = useApi()
  const mine = listBusinesses(me).filter(({ id }) => id !== except)
  const profiles = useQueries({
    queries: mine.map(({ id }) => operationQuery(callApi, readBusiness, { params: { businessId: id } })),
  })
  if (mine.length === 0) return null
  return (
    <Stack gap="md">
      <Title level={2}>{t('business.mine')}</Title>
      <List label={t('business.mine')}>
        {mine.map(({ id, role }, at) => {
          const profile = profiles[at]?.data
          if (!profile && profiles[at]?.isPending) return <Skeleton key={id} height={76} />
          const detail = [profile?.address.city, t(`business.role.${role}`)].filter(Boolean).join(' · ')
          return <ListRow key={id} href={businessPath(id)} title={profile?.name ?? id} detail={detail} />
        })}
      </List>
    </Stack>
  )
}
