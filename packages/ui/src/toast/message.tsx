import { useEffect } from 'react'
import { View } from 'react-native'
import { Icon } from '../icon/icon'
import { IconButton } from '../icon-button'
import { Text } from '../text'
import { radius, space } from '../theme/theme'
import { themed } from '../theme/themed'
import { useUiMessages } from '../ui-messages'
import { tones, type ToastMessage } from './props'

const shownFor = 7000

const useStyles = themed((c) => ({
  toast: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.md,
    paddingLeft: space.lg,
    paddingVertical: space.xs,
    paddingRight: space.xs,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: c.line,
    backgroundColor: c.surface,
    boxShadow: `0 8px 28px ${c.shadow}`,
  },
  text: { flexShrink: 1, flexGrow: 1 },
}))

/** A failure stays until it is dismissed; everything else leaves by itself. */
export function Message({ message, onGone }: { message: ToastMessage; onGone: () => void }) {
  const styles = useStyles()
  const messages = useUiMessages()
  const { ink, icon } = tones[message.tone ?? 'info']

  useEffect(() => {
    if (message.tone === 'danger') return undefined
    const leaving = setTimeout(onGone, shownFor)
    return () => clearTimeout(leaving)
  }, [message, onGone])

  return (
    <View style={styles.toast} {...{ dataSet: { toast: '' } }}>
      <Icon decorative name={icon} color={ink} />
      <View style={styles.text}>
        <Text size="small">{message.text}</Text>
      </View>
      <IconButton label={messages.dismiss} icon="x" onPress={onGone} />
    </View>
  )
}
