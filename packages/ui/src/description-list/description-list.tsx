import { View } from 'react-native'
import { Row, Stack } from '../stack'
import { Text } from '../text'
import type { DescriptionListProps } from './props'

const isText = (value: React.ReactNode) => typeof value === 'string' || typeof value === 'number'

export function DescriptionList({ items }: DescriptionListProps) {
  return (
    <Stack gap="sm">
      {items.map(({ label, value, total }, nth) => (
        <Row wrap key={`${nth} ${label}`} justify="between" gap="sm">
          <Text size={total ? 'body' : 'small'} tone={total ? 'ink' : 'quiet'} weight={total ? 'strong' : 'regular'}>
            {label}
          </Text>
          {isText(value) ? (
            <Text size={total ? 'body' : 'small'} weight={total ? 'strong' : 'medium'} tabular align="end">
              {value}
            </Text>
          ) : (
            <View>{value}</View>
          )}
        </Row>
      ))}
    </Stack>
  )
}
