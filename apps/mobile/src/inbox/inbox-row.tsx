import { View } from 'react-native'
import type { listNotifications } from '@buy-locals/contracts/notification/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { notificationText } from '@buy-locals/features/messages/notification-text'
import { Badge } from '@buy-locals/ui/badge'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { formatDateTime } from '@buy-locals/values/format-time'
import { useT } from '../messages/mobile-i18n'
import { useOwnZone } from '../session/use-own-zone'
import { routeOfNotification } from './route-of-notification'

export type InboxRowProps = { notification: Output<typeof listNotifications>['items'][number] }

const useStyles = themed((c) => ({
  row: {
    flexDirection: 'row',
    alignItems: 'flex-start',
    gap: space.md,
    minHeight: 60,
    paddingVertical: space.md,
    borderBottomWidth: 1,
    borderColor: c.line,
  },
  text: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0, gap: space.hair },
}))

/** What happened and when. It leads to where there is more of it. */
export function InboxRow({ notification }: InboxRowProps) {
  const t = useT()
  const i18n = useI18n()
  const styles = useStyles()
  const zone = useOwnZone()
  const { at, readAt } = notification
  const href = routeOfNotification(notification)
  const content = (
    <>
      <View style={styles.text}>
        <Text weight={readAt ? 'regular' : 'strong'}>{notificationText(i18n, notification)}</Text>
        <Text size="small" tone="quiet">
          {formatDateTime(i18n, at, zone)}
        </Text>
      </View>
      {!readAt && <Badge tone="info" label={t('inbox.new')} />}
    </>
  )
  if (href === undefined) return <View style={styles.row}>{content}</View>
  return (
    <Press href={href} style={styles.row}>
      {content}
    </Press>
  )
}
