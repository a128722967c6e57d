import { endSession, listSessions } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { formatDateTime } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { useOwnZone } from '../session/use-own-zone'

type SessionCardProps = { session: Output<typeof listSessions>['items'][number] }

/** On what device, how it was opened, and when it was last used. */
export function SessionCard({ session }: SessionCardProps) {
  const t = useT()
  const i18n = useI18n()
  const zone = useOwnZone()
  const { mutate, isPending } = useOperationMutation(endSession, { invalidates: [listSessions] })
  const { id, browser, system, lastUsedAt, openedWith, isCurrent } = session
  const device =
    browser && system
      ? t('ownAccount.browserOnSystem', { browser, system })
      : (browser ?? system ?? t('ownAccount.unknownDevice'))
  const lastUsed = t('ownAccount.lastUsed', { when: formatDateTime(i18n, lastUsedAt, zone) })
  const label = t('ownAccount.signOutThere')
  return (
    <Card label={device}>
      <Text weight="strong">{device}</Text>
      {isCurrent ? <Badge tone="success" label={t('ownAccount.thisDevice')} /> : <Text tone="quiet">{lastUsed}</Text>}
      <Text tone="quiet">{t(`ownAccount.openedWith.${openedWith === 'recovery-code' ? 'recovery' : openedWith}`)}</Text>
      {!isCurrent && (
        <Button
          tone="secondary"
          busy={isPending}
          label={label}
          name={`${label}: ${device}, ${lastUsed}`}
          onPress={() => mutate({ input: { params: { sessionId: id } } })}
        />
      )}
    </Card>
  )
}
