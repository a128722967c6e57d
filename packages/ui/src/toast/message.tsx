import { useEffect } from 'react'
import { View } from 'react-native'
import { Icon } from '../icon/icon'
import { IconButton } from '../icon-button'
import { Text } from '../text'
import { radius, space } from '../theme/theme'
import { themed } from '../theme/themed'
import { useWords } from '../words'
import { looks, type ToastMessage } from './props'

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
  words: { flexShrink: 1, flexGrow: 1 },
}))

/** A failure stays until it is dismissed; everything else leaves by itself. */
export function Message({ message, onGone }: { message: ToastMessage; onGone: () => void }) {
  const styles = useStyles()
  const words = useWords()
  const { ink, icon } = looks[message.tone ?? 'told']

  useEffect(() => {
    if (message.tone === 'bad') return undefined
    const leaving = setTimeout(onGone, shownFor)
    return () => clearTimeout(leaving)
  }, [message, onGone])

  return (
    <View style={styles.toast} {...{ dataSet: { toast: '' } }}>
      <Icon beside="words" name={icon} color={ink} />
      <View style={styles.words}>
        <Text size="small">{message.words}</Text>
      </View>
      <IconButton label={words.dismiss} icon="x" onPress={onGone} />
    </View>
  )
}
