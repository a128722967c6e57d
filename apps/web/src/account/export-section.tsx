import { useRevalidator } from 'react-router'
import { downloadExport, requestExport, type readExport } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'

type ExportSectionProps = { file: Output<typeof readExport> | undefined; email: string; timeZone: string }

export function ExportSection({ file, email, timeZone }: ExportSectionProps) {
  const t = useT()
  const i18n = useI18n()
  const { revalidate } = useRevalidator()
  const request = useSend(() => void revalidate())
  const download = useSend(() => {})
  const isReady = file?.readyAt !== undefined
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('account.exportTitle')}
      </Title>
      <Text>{t('account.exportText')}</Text>
      {file && !isReady && <Notice tone="info" title={t('account.exportRequested', { email })} />}
      {file?.expiresAt && (
        <Notice
          tone="success"
          title={t('account.exportUntil', { when: formatDateTime(i18n, file.expiresAt, timeZone) })}
        />
      )}
      <ErrorNotice error={request.error ?? download.error} />
      <Buttons>
        {isReady && (
          <Button
            busy={download.isBusy}
            label={t('account.exportTitle')}
            onPress={() => void download.send(saveFile)}
          />
        )}
        {(!file || isReady) && (
          <Button
            tone="secondary"
            busy={request.isBusy}
            label={t(isReady ? 'account.exportAgain' : 'account.exportRequest')}
            onPress={() => void request.send(() => callApi(requestExport, {}))}
          />
        )}
      </Buttons>
    </Stack>
  )
}

/** By the session, so that the file needs no address that others could open. */
async function saveFile() {
  const file = await callApi(downloadExport, {})
  const url = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  Object.assign(link, { href: url, download: 'buy-locals-my-data.json' }).click()
  URL.revokeObjectURL(url)
}
