import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react'
import { View } from 'react-native'
import { Icon } from './icon/icon'
import { IconButton } from './icon-button'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'
import { useUiMessages } from './ui-messages'

const tones = {
  success: { ink: 'leaf', icon: 'circle-check' },
  danger: { ink: 'danger', icon: 'circle-exclamation-point' },
  info: { ink: 'sky', icon: 'info' },
} as const

export type ToastMessage = { text: string; tone?: keyof typeof tones }
export type ShowToast = (message: ToastMessage) => void

const ToastContext = createContext<ShowToast>(() => {})

/** Shows a short message about what just happened. It leaves by itself, so nothing that is needed later may be shown only there. */
export const useToast = () => useContext(ToastContext)

const shownForMs = 7000

const useStyles = themed((c) => ({
  place: {
    position: 'fixed' as 'absolute',
    bottom: 88,
    left: space.lg,
    right: space.lg,
    alignItems: 'center',
    zIndex: 30,
    pointerEvents: 'box-none',
  },
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

/** Wraps the app once. The place for toasts is always there, because a screen reader reads only what is added to a live region that it knows. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<ToastMessage>()
  const dismiss = useCallback(() => setMessage(undefined), [])
  return (
    <ToastContext value={setMessage}>
      {children}
      <View role="status" aria-live={message?.tone === 'danger' ? 'assertive' : 'polite'} style={useStyles().place}>
        {message && <Toast message={message} onDismiss={dismiss} />}
      </View>
    </ToastContext>
  )
}

/** A failure stays until it is dismissed; everything else leaves by itself. */
function Toast({ message, onDismiss }: { message: ToastMessage; onDismiss: () => void }) {
  const styles = useStyles()
  const messages = useUiMessages()
  const { ink, icon } = tones[message.tone ?? 'info']

  useEffect(() => {
    if (message.tone === 'danger') return undefined
    const timer = setTimeout(onDismiss, shownForMs)
    return () => clearTimeout(timer)
  }, [message, onDismiss])

  return (
    <View style={styles.toast} {...{ dataSet: { toast: message.tone ?? 'info' } }}>
      <Icon decorative name={icon} color={ink} />
      <View style={styles.text}>
        <Text size="small">{message.text}</Text>
      </View>
      <IconButton label={messages.dismiss} icon="x" onPress={onDismiss} />
    </View>
  )
}
