import { View } from 'react-native'
import { Icon } from './icon/icon'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  list: { flexDirection: 'row', gap: space.sm, margin: 0, padding: 0 },
  step: { flexGrow: 1, flexShrink: 1, flexBasis: 0, gap: space.xs, minWidth: 0 },
  bar: { height: 4, borderRadius: radius.full, backgroundColor: c.line },
  reached: { backgroundColor: c.brand },
  text: { flexDirection: 'row', alignItems: 'center', gap: space.xs },
}))

/** How far one is. Screen readers read the label alone: "Step 2 of 4, Time". */
export function Steps({ label, steps, current }: { label: string; steps: readonly string[]; current: number }) {
  const styles = useStyles()
  return (
    <View accessible role="img" aria-label={label} style={styles.list} {...{ dataSet: { steps: '' } }}>
      {steps.map((step, at) => (
        <View key={step} style={styles.step} aria-hidden>
          <View style={[styles.bar, at <= current && styles.reached]} />
          <View style={styles.text}>
            {at < current && <Icon decorative name="check" size={14} color="brand" />}
            <Text size="fine" weight={at === current ? 'strong' : 'regular'} tone={at === current ? 'ink' : 'quiet'}>
              {step}
            </Text>
          </View>
        </View>
      ))}
    </View>
  )
}
