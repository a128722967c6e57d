import { View } from 'react-native'
import type { NextTimes as Described } from '@buy-locals/features/place/next-times'
import { PriceTag } from '@buy-locals/features/price-tag'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { radius, space, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  next: { padding: space.lg, paddingTop: 0, gap: space.sm },
  times: { flexDirection: 'row', flexWrap: 'wrap', alignItems: 'center', gap: space.sm },
  start: { flexDirection: 'row', alignItems: 'center', gap: space.sm },
  time: {
    minHeight: touchTarget,
    justifyContent: 'center',
    alignItems: 'center',
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderColor: c.edge,
    borderRadius: radius.full,
  },
}))

/** The service that was looked for, and its next free times. */
export function NextTimes({ next: { title, price, label, times } }: { next: Described }) {
  const styles = useStyles()
  return (
    <View style={styles.next}>
      <Row justify="between" wrap gap="sm">
        <Text size="small">{title}</Text>
        <PriceTag size="small" price={price} />
      </Row>
      <View role="list" aria-label={label} style={styles.times}>
        {times.map(({ at, day, time, label: name, href }) => (
          <View key={at} role="listitem" style={styles.start}>
            {day && (
              <Text size="small" tone="quiet">
                {day}
              </Text>
            )}
            <Press href={href} label={name} style={styles.time}>
              <Text size="small" weight="medium" tabular>
                {time}
              </Text>
            </Press>
          </View>
        ))}
      </View>
    </View>
  )
}
