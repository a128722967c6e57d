import { View } from 'react-native'
import { Spinner } from './icon/spinner'
import { live } from './live'
import { Row, Stack } from './stack'
import { Text } from './text'
import { radius } from './theme/theme'
import { themed } from './theme/themed'
import { useAnnounced } from './use-announced'

const useStyles = themed((c) => ({
  track: { height: 8, borderRadius: radius.full, backgroundColor: c.line, overflow: 'hidden' },
  bar: { height: 8, borderRadius: radius.full, backgroundColor: c.brand },
}))

/** `done` goes from 0 to 1; without it a spinner shows that something is going on. */
export function Progress({ label, done }: { label: string; done?: number }) {
  const styles = useStyles()
  useAnnounced(done === undefined ? label : undefined)
  if (done === undefined) {
    return (
      <View {...live.status} {...{ dataSet: { progress: '' } }}>
        <Row gap="sm">
          <Spinner />
          <Text size="small" tone="quiet">
            {label}
          </Text>
        </Row>
      </View>
    )
  }
  const percent = Math.round(Math.min(1, Math.max(0, done)) * 100)
  const measure = { role: 'progressbar', 'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': 100 } as const
  return (
    <Stack gap="xs">
      <Text size="small" tone="quiet">
        {label}
      </Text>
      <View accessible {...measure} aria-valuenow={percent} style={styles.track}>
        <View style={[styles.bar, { width: `${percent}%` }]} />
      </View>
    </Stack>
  )
}
