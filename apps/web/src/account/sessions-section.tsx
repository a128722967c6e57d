import { useRevalidator } from 'react-router'
import { endSession, type listSessions } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { PlainList } from '../site/plain-list'

type OpenSession = Output<typeof listSessions>['items'][number]

export function SessionsSection({ sessions, timeZone }: { sessions: OpenSession[]; timeZone: string }) {
  const t = useT()
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('account.sessions')}
      </Title>
      <PlainList>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionRow session={session} timeZone={timeZone} />
          </li>
        ))}
      </PlainList>
    </Stack>
  )
}

function SessionRow({ session, timeZone }: { session: OpenSession; timeZone: string }) {
  const t = useT()
  const i18n = useI18n()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  const { id, browser, system, lastUsedAt, openedWith, isCurrent } = session
  const device =
    browser && system
      ? t('account.browserOnSystem', { browser, system })
      : (browser ?? system ?? t('account.unknownDevice'))
  const lastUsed = t('account.lastUsed', { when: formatDateTime(i18n, lastUsedAt, timeZone) })
  return (
    <Stack gap="xs">
      <Text weight="strong">{device}</Text>
      {isCurrent ? (
        <div>
          <Badge tone="success" label={t('account.thisDevice')} />
        </div>
      ) : (
        <Text tone="quiet">{lastUsed}</Text>
      )}
      <Text tone="quiet">{t(`account.openedWith.${openedWith === 'recovery-code' ? 'recovery' : openedWith}`)}</Text>
      <ErrorNotice error={error} />
      {!isCurrent && (
        <div>
          <Button
            tone="secondary"
            busy={isBusy}
            label={t('account.signOutThere')}
            name={`${t('account.signOutThere')}: ${device}, ${lastUsed}`}
            onPress={() => void send(() => callApi(endSession, { params: { sessionId: id } }))}
          />
        </div>
      )}
    </Stack>
  )
}
