import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import { Press } from './press/press'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  list: {
    margin: 0,
    padding: 0,
    borderWidth: 1,
    borderColor: c.line,
    borderRadius: radius.card,
    backgroundColor: c.surface,
    overflow: 'hidden',
  },
  item: { borderTopWidth: 1, borderColor: c.line, marginTop: -1 },
  row: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    minHeight: 60,
    paddingVertical: space.md,
    paddingHorizontal: space.lg,
  },
  content: {
    flexGrow: 1,
    flexShrink: 1,
    flexBasis: 0,
    minWidth: 0,
    flexDirection: 'row',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: space.md,
    rowGap: space.xs,
  },
  text: { flexGrow: 1, flexShrink: 1, minWidth: 0, maxWidth: '100%', gap: space.hair },
}))

export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View role="list" aria-label={label} style={useStyles().list}>
      {children}
    </View>
  )
}

export type ListRowProps = {
  onPress?: (() => void) | undefined
  href?: string | undefined
  title: string
  detail?: string | undefined
  leading?: ReactNode
  /** The one that is chosen or shown. */
  current?: boolean | undefined
  /** A price or a badge, at the end of the row; below the text where that has no room beside it. */
  trailing?: ReactNode
}

export function ListRow({ title, detail, leading, trailing, current, onPress, href }: ListRowProps) {
  const styles = useStyles()
  const content = (
    <>
      {leading}
      <View style={styles.content}>
        <View style={styles.text}>
          <Text weight="medium">{title}</Text>
          {Boolean(detail) && (
            <Text size="small" tone="quiet">
              {detail}
            </Text>
          )}
        </View>
        {trailing}
      </View>
      {(onPress ?? href) !== undefined && <Icon decorative name="chevron-right" color="quiet" />}
    </>
  )
  return (
    <View role="listitem" style={styles.item}>
      {href !== undefined && (
        <Press href={href} current={current} style={styles.row}>
          {content}
        </Press>
      )}
      {onPress && (
        <Press onPress={onPress} current={current} style={styles.row}>
          {content}
        </Press>
      )}
      {!onPress && href === undefined && <View style={styles.row}>{content}</View>}
    </View>
  )
}
