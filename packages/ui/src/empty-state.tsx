import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { live } from './live'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'
import { Title } from './title'
import { useAnnounced } from './use-announced'

const useStyles = themed((c) => ({
  state: { alignItems: 'center', gap: space.md, paddingVertical: space.huge, paddingHorizontal: space.lg },
  icon: { padding: space.lg, borderRadius: radius.full, backgroundColor: c.sunken },
  text: { maxWidth: 420 },
}))

type StateProps = {
  title: string
  /** What there is to do about it. */
  text: string
  icon?: IconName
  action?: ReactNode
  level?: 1 | 2 | 3
}

/** Where there is nothing to show: why, and what to do about it. */
export function EmptyState({ title, text, icon = 'search', action, level = 2 }: StateProps) {
  const styles = useStyles()
  return (
    <View style={styles.state}>
      <View style={styles.icon}>
        <Icon decorative name={icon} size={32} color="quiet" />
      </View>
      <Title level={level} size="lead" centered>
        {title}
      </Title>
      <View style={styles.text}>
        <Text tone="quiet" align="center">
          {text}
        </Text>
      </View>
      {action}
    </View>
  )
}

/** Where something failed: what, and what to do about it. Screen readers read it at once. */
export function ErrorState({ icon = 'triangle-exclamation-point', ...state }: StateProps) {
  useAnnounced(`${state.title} ${state.text}`)
  return (
    <View {...live.alert}>
      <EmptyState icon={icon} {...state} />
    </View>
  )
}
