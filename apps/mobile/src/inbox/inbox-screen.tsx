import { FlashList, type FlashListRef } from '@shopify/flash-list'
import { useMemo, useRef } from 'react'
import { View } from 'react-native'
import { isSignedOut } from '@buy-locals/client/me'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { listNotifications } from '@buy-locals/contracts/notification/operations'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Progress } from '@buy-locals/ui/progress'
import { space } from '@buy-locals/ui/theme'
import { LoadingCards } from '../explore/loading-cards'
import { useT } from '../messages/mobile-i18n'
import { SignInFirst } from '../session/sign-in-first'
import { Failed } from '../shell/screen-error'
import { useListPlace } from '../shell/use-list-place'
import { useRefresh } from '../shell/use-refresh'
import { InboxHead } from './inbox-head'
import { InboxRow, type InboxRowProps } from './inbox-row'

/** What happened, the newest first. */
export function InboxScreen() {
  const t = useT()
  const inbox = usePagedQuery(listNotifications, { query: { limit: 30 } })
  const next = useNextPage(inbox)
  const list = useRef<FlashListRef<InboxRowProps['notification']>>(null)
  const { isShown, first } = useListPlace(list)
  const { isRefreshing, refresh } = useRefresh(inbox.refetch)
  const items = useMemo(() => inbox.data?.pages.flatMap((page) => page.items) ?? [], [inbox.data])
  if (isSignedOut(inbox.error)) return <SignInFirst text={t('inbox.guestText')} />
  if (!inbox.data && inbox.error) return <Failed error={inbox.error} onRetry={() => void inbox.refetch()} />
  if (!isShown) return null
  return (
    <View role="main" style={screenStyle}>
      <FlashList
        ref={list}
        initialScrollIndex={first}
        data={items}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => <InboxRow notification={item} />}
        contentContainerStyle={listStyle}
        ListHeaderComponent={<InboxHead unread={inbox.data?.pages[0]?.unread ?? 0} />}
        ListHeaderComponentStyle={headStyle}
        ListEmptyComponent={
          inbox.data ? (
            <EmptyState icon="bell" title={t('ownAccount.none')} text={t('ownAccount.noneText')} />
          ) : (
            <LoadingCards />
          )
        }
        ListFooterComponent={inbox.isFetchingNextPage ? <Progress label={t('inbox.more')} /> : null}
        refreshing={isRefreshing}
        onRefresh={refresh}
        onEndReachedThreshold={1}
        onEndReached={next?.onPress}
      />
    </View>
  )
}

const screenStyle = { flex: 1 } as const
const headStyle = { paddingBottom: space.lg } as const
const listStyle = { padding: space.lg, paddingTop: space.xl, paddingBottom: space.huge } as const
