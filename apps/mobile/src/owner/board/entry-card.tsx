import { View } from 'react-native'
import type { Entry } from '@buy-locals/features/board/entries'
import { entryAppearances, stateOf } from '@buy-locals/features/board/entry-appearance'
import { entryText } from '@buy-locals/features/board/entry-text'
import { useI18n } from '@buy-locals/features/i18n'
import { Icon } from '@buy-locals/ui/icon'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { namesIn, radius, space, stylesFor, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

const useStyles = themed((c) => ({
  card: {
    minHeight: touchTarget,
    flexDirection: 'column',
    gap: space.hair,
    paddingVertical: space.md,
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderLeftWidth: 4,
    borderColor: c.line,
    borderRadius: radius.control,
    backgroundColor: c.surface,
  },
  grow: { flexGrow: 1, flexShrink: 1, flexBasis: 0, minWidth: 0 },
  ...stylesFor(namesIn(entryAppearances), (state) => ({ borderLeftColor: c[entryAppearances[state].color] })),
}))

type CardProps = {
  entry: Entry
  date: string
  /** Where the entry is not shown in its column. */
  columnName: string | undefined
}

/** A booking, a group session or a blocked time. Its state is a word, a color and a shape. */
export function EntryCard({ entry, date, columnName }: CardProps) {
  const t = useT()
  const styles = useStyles()
  const { business, pathTo } = useBusiness()
  const { span, title, detail, stateText, path, unread } = entryText(useI18n(), t, entry, business.timeZone)
  const state = stateOf(entry)
  const { icon, color } = entryAppearances[state]
  return (
    <Press href={`${pathTo(path)}?day=${date}`} style={[styles.card, styles[state]]}>
      <Row gap="sm">
        <View style={styles.grow}>
          <Text size="small" weight="strong" tabular>
            {span}
          </Text>
        </View>
        {unread && <Icon label={unread} name="message-circle" color="brand" size={18} />}
        <Icon decorative name={icon} color={color} size={18} />
      </Row>
      <Text weight="strong">{title}</Text>
      <Text size="small" tone="quiet">
        {[detail, columnName, stateText].filter(Boolean).join(' · ')}
      </Text>
    </Press>
  )
}
