import { View } from 'react-native'
import { Icon } from './icon/icon'
import { Row } from './stack'
import { Text } from './text'
import { space } from './theme/theme'

const figures = { flexDirection: 'row', gap: space.xs } as const

export type RatingProps = {
  /** "4.8": the number is always shown beside its star. */
  value: string
  /** "(124)" or "124 reviews". */
  count?: string
  /** "Rated 4.8 out of 5, 124 reviews": what a screen reader reads. */
  label: string
}

export function Rating({ value, count, label }: RatingProps) {
  return (
    <Row gap="xs">
      <Icon label={label} name="star" size={17} color="star" filled />
      <View aria-hidden style={figures}>
        <Text size="small" weight="strong" tabular>
          {value}
        </Text>
        {Boolean(count) && (
          <Text size="small" tone="quiet" tabular>
            {count}
          </Text>
        )}
      </View>
    </Row>
  )
}
