import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useApi } from '@buy-locals/client/api-context'
import { invalidate } from '@buy-locals/client/operation-query'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { endSession, listSessions } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { useToast } from '@buy-locals/ui/toast'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'
import { SessionCard } from './session-card'

export const SessionsScreen = () => <ForReader>{() => <Sessions />}</ForReader>

/** Where somebody is signed in, and the way out there. */
function Sessions() {
  const t = useT()
  const callApi = useApi()
  const queryClient = useQueryClient()
  const showToast = useToast()
  const { data, error, refetch } = useOperationQuery(listSessions, {})
  const others = data?.items.filter(({ isCurrent }) => !isCurrent) ?? []
  const ending = useMutation({
    mutationFn: () => Promise.all(others.map(({ id }) => callApi(endSession, { params: { sessionId: id } }))),
    onSuccess: () => showToast({ tone: 'success', text: t('settings.signedOutElsewhere') }),
    onSettled: () => invalidate(queryClient, [listSessions]),
  })
  if (!data && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <LoadingScreen />
  return (
    <AccountForm title={t('ownAccount.sessions')}>
      {data.items.map((session) => (
        <SessionCard key={session.id} session={session} />
      ))}
      <ErrorNotice error={ending.error} />
      {others.length > 0 && (
        <Button
          wide
          tone="secondary"
          icon="log-out"
          busy={ending.isPending}
          label={t('settings.signOutElsewhere')}
          onPress={() => ending.mutate()}
        />
      )}
    </AccountForm>
  )
}
