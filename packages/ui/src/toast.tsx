import { useCallback, useState, type ReactNode } from 'react'
import { View } from 'react-native'
import { Message } from './toast/message'
import { ToastContext, type ToastMessage } from './toast/props'
import { space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed(() => ({
  place: {
    position: 'fixed' as 'absolute',
    bottom: 88,
    left: space.lg,
    right: space.lg,
    alignItems: 'center',
    zIndex: 30,
    pointerEvents: 'box-none',
  },
}))

export { useToast } from './toast/props'

/** Stands once around the app and holds the place where toasts are shown and read out. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [message, setMessage] = useState<ToastMessage>()
  const gone = useCallback(() => setMessage(undefined), [])
  return (
    <ToastContext value={setMessage}>
      {children}
      <View role="status" aria-live={message?.tone === 'danger' ? 'assertive' : 'polite'} style={useStyles().place}>
        {message && <Message message={message} onGone={gone} />}
      </View>
    </ToastContext>
  )
}
