import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react'
import { View, type ViewStyle } from 'react-native'
import { Button } from './button'
import { Icon } from './icon/icon'
import { IconButton } from './icon-button'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'
import { useUiMessages } from './ui-messages'
import { useAnnounced } from './use-announced'

const tones = {
  success: { ink: 'leaf', icon: 'circle-check' },
  danger: { ink: 'danger', icon: 'circle-exclamation-point' },
  info: { ink: 'sky', icon: 'info' },
} as const

export type ToastMessage = {
  text: string
  tone?: keyof typeof tones
  /** What to do about it. */
  action?: { label: string; onPress: () => void }
}
export type ShowToast = (message: ToastMessage) => void

const ToastContext = createContext<ShowToast>(() => {})

/** The same text once more is another message, and read again. */
type Shown = ToastMessage & { count: number }
/** A message that stood in a live region long enough to be read, and in which one it still stands. */
type Read = { message: Shown; id?: string }
type Overlays = {
  message: Shown | undefined
  dismiss: () => void
  top: string | undefined
  add: (overlay: { id: string; level: number }) => () => void
  read: Read | undefined
  markRead: (read: Read) => void
}

const OverlaysContext = createContext<Overlays | undefined>(undefined)
const LevelContext = createContext(0)

/** Shows a short message about what just happened. It leaves by itself, so nothing that is needed later may be shown only there. */
export const useToast = () => useContext(ToastContext)

const shownForMs = 7000
const readAfterMs = 500

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
  /** Above the panel of an overlay, which has its buttons at the end. */
  overOverlay: {
    position: 'fixed' as 'absolute',
    top: space.sm,
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

/** Wraps the app once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const styles = useStyles()
  const [message, setMessage] = useState<Shown>()
  const show = useCallback(
    (next: ToastMessage) => setMessage((before) => ({ ...next, count: (before?.count ?? 0) + 1 })),
    [],
  )
  const [open, setOpen] = useState<readonly { id: string; level: number }[]>([])
  const dismiss = useCallback(() => setMessage(undefined), [])
  const add = useCallback<Overlays['add']>((overlay) => {
    setOpen((before) => [...before, overlay])
    return () => setOpen((before) => before.filter((other) => other !== overlay))
  }, [])
  const [read, markRead] = useState<Read>()
  const top = open.toSorted((one, other) => one.level - other.level).at(-1)?.id
  const overlays = useMemo(() => ({ message, dismiss, top, add, read, markRead }), [message, dismiss, top, add, read])
  return (
    <ToastContext value={show}>
      <OverlaysContext value={overlays}>
        {children}
        <ToastPlace id="page" style={styles.place} message={top ? undefined : message} />
      </OverlaysContext>
    </ToastContext>
  )
}

/** Around what is in an overlay, other overlays included. */
export function OverlayLevel({ children }: { children: ReactNode }) {
  return <LevelContext value={useContext(LevelContext) + 1}>{children}</LevelContext>
}

/** What lies below an overlay is neither seen nor read: while one is open, toasts are shown in the topmost. */
export function OverlayToasts() {
  const styles = useStyles()
  const id = useId()
  const level = useContext(LevelContext)
  const overlays = useContext(OverlaysContext)
  const add = overlays?.add
  useEffect(() => add?.({ id, level }), [add, id, level])
  if (!overlays) return null
  const { top, message } = overlays
  return <ToastPlace id={id} style={styles.overOverlay} message={top === id ? message : undefined} />
}

type PlaceProps = { id: string; style: ViewStyle; message: Shown | undefined }

/** Its live region is always there, because a screen reader reads only what is added to one that it knows. A message that comes here when an overlay opens or closes was read already. */
function ToastPlace({ id, style, message }: PlaceProps) {
  const overlays = useContext(OverlaysContext)
  const [read, markRead, dismiss] = [overlays?.read, overlays?.markRead, overlays?.dismiss]
  const wasRead = message !== undefined && read?.message === message && read.id !== id
  useEffect(() => {
    if (!message) return undefined
    const timer = setTimeout(() => markRead?.(wasRead ? { message } : { message, id }), wasRead ? 0 : readAfterMs)
    return () => clearTimeout(timer)
  }, [message, wasRead, id, markRead])
  const toast = message && dismiss && (
    <Toast key={message.count} message={message} wasRead={wasRead} onDismiss={dismiss} />
  )
  return (
    <View style={style}>
      <View role="status" aria-live={message?.tone === 'danger' ? 'assertive' : 'polite'}>
        {!wasRead && toast}
      </View>
      {wasRead && toast}
    </View>
  )
}

type ToastProps = { message: ToastMessage; wasRead: boolean; onDismiss: () => void }

/** A failure stays until it is dismissed; everything else leaves by itself. */
function Toast({ message, wasRead, onDismiss }: ToastProps) {
  const styles = useStyles()
  const messages = useUiMessages()
  const { action } = message
  const { ink, icon } = tones[message.tone ?? 'info']
  useAnnounced(wasRead ? undefined : message.text)

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
        {action && (
          <Button
            tone="quiet"
            flush
            label={action.label}
            onPress={() => {
              onDismiss()
              action.onPress()
            }}
          />
        )}
      </View>
      <IconButton label={messages.dismiss} icon="x" onPress={onDismiss} />
    </View>
  )
}
