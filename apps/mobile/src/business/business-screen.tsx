import { Stack as Screens } from 'expo-router'
import { RefreshControl, ScrollView } from 'react-native'
import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readBusiness } from '@buy-locals/contracts/business/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Notice } from '@buy-locals/ui/notice'
import { Loading, SkeletonCard } from '@buy-locals/ui/skeleton'
import { Stack } from '@buy-locals/ui/stack'
import { space } from '@buy-locals/ui/theme'
import { useT } from '../messages/mobile-i18n'
import { Failed } from '../shell/screen-error'
import { useRefresh } from '../shell/use-refresh'
import { Cover } from './cover'
import { Hours } from './hours'
import { NotYet } from './not-yet'
import { Provenance } from './provenance'
import { Reviews } from './reviews'
import { Services } from './services'
import { Team } from './team'
import { Whereabouts } from './whereabouts'

/** A business with all that a visitor wants to know before going there. */
export function BusinessScreen({ slug }: { slug: string }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { data: business, error, refetch } = useOperationQuery(readBusiness, { params: { businessId: slug } })
  const { isRefreshing, refresh } = useRefresh(refetch)
  if (!business && error) return <Failed error={error} onRetry={() => void refetch()} />
  const refreshControl = <RefreshControl refreshing={isRefreshing} onRefresh={refresh} />
  return (
    <ScrollView role="main" contentContainerStyle={pageStyle} refreshControl={refreshControl}>
      <Screens.Screen options={{ title: business?.name ?? '' }} />
      {!business && (
        <Loading label={t('app.loading')}>
          <SkeletonCard lines={5} />
        </Loading>
      )}
      {business && (
        <Stack gap="xxl">
          <Cover business={business} now={serverNow()} />
          {business.status === 'suspended' && <Notice tone="pending" title={tFeatures('business.suspended')} />}
          {business.status === 'closed' && <Notice tone="info" title={tFeatures('business.closed')} />}
          <NotYet business={business} />
          <Services business={business} />
          <Team businessId={business.id} />
          <Hours hours={business.hours} open={business.open} timeZone={business.timeZone} now={serverNow()} />
          <Whereabouts business={business} />
          {business.source?.kind !== 'open-data' && <Reviews business={business} />}
          <Provenance source={business.source} />
        </Stack>
      )}
    </ScrollView>
  )
}

const pageStyle = {
  padding: space.lg,
  paddingBottom: space.vast,
  width: '100%',
  maxWidth: 720,
  alignSelf: 'center',
} as const
