import { useQuery } from '@tanstack/react-query'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import { useApi } from '@buy-locals/client/api-context'
import { readExport, requestExport } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { formatDateTime } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'
import { useOwnZone } from '../session/use-own-zone'
import { ErrorNotice } from '../shell/error-notice'
import { LoadingScreen } from '../shell/loading-screen'
import { Failed } from '../shell/screen-error'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'

export const ExportScreen = () => <ForReader>{({ email }) => <Export email={email} />}</ForReader>

/** What is stored of somebody, in one file. It is saved from the site: a phone has no place for it that all apps see. */
function Export({ email }: { email: string }) {
  const t = useT()
  const i18n = useI18n()
  const zone = useOwnZone()
  const callApi = useApi()
  const {
    data: file,
    error,
    refetch,
  } = useQuery({
    queryKey: [readExport.id, 'own'],
    queryFn: async () => (await callApi(readExport, {}).catch(ignoreHidden)) ?? null,
  })
  const { mutate, isPending, shownError } = useOperationMutation(requestExport, {
    invalidates: [readExport],
    inlineError: true,
  })
  if (file === undefined && error) return <Failed error={error} onRetry={() => void refetch()} />
  if (file === undefined) return <LoadingScreen />
  const isReady = file?.readyAt !== undefined
  return (
    <AccountForm title={t('ownAccount.exportTitle')}>
      <Text>{t('ownAccount.exportText')}</Text>
      {file && !isReady && <Notice tone="info" title={t('ownAccount.exportRequested', { email })} />}
      {file?.expiresAt && (
        <Notice
          tone="success"
          title={t('ownAccount.exportUntil', { when: formatDateTime(i18n, file.expiresAt, zone) })}
          action={<Button icon="download" label={t('settings.exportOnSite')} href={siteLink('/account')} />}
        />
      )}
      <ErrorNotice error={shownError} />
      {(!file || isReady) && (
        <Button
          wide
          tone="secondary"
          busy={isPending}
          label={t(isReady ? 'ownAccount.exportAgain' : 'ownAccount.exportRequest')}
          onPress={() => mutate({ input: {} })}
        />
      )}
    </AccountForm>
  )
}
