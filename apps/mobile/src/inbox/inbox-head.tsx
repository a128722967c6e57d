import { listNotifications, markNotificationsRead } from '@buy-locals/contracts/notification/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'

/** What can be done with all of them. */
export function InboxHead({ unread }: { unread: number }) {
  const t = useT()
  const { mutate, isPending } = useOperationMutation(markNotificationsRead, { invalidates: [listNotifications] })
  return (
    <Stack gap="md">
      <Title level={1}>{t('inbox.title')}</Title>
      <Buttons>
        {unread > 0 && (
          <Button
            tone="secondary"
            icon="check"
            busy={isPending}
            label={t('ownAccount.markRead')}
            onPress={() => mutate({ input: {} })}
          />
        )}
        <Button tone="secondary" icon="settings" label={t('inbox.settings')} href="/notifications/settings" />
      </Buttons>
    </Stack>
  )
}
