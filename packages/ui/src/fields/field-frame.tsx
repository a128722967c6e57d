import { Text as NativeText, View } from 'react-native'
import { useUiMessages } from '../ui-messages'
import { useAnnounced } from '../use-announced'
import type { FieldFrameProps, FieldMessagesProps } from './props'
import { useFieldStyles } from './styles'

export function FieldMessages({ hint, error }: FieldMessagesProps) {
  const styles = useFieldStyles()
  useAnnounced(error)
  return (
    <>
      {Boolean(hint) && <NativeText style={styles.hint}>{hint}</NativeText>}
      {Boolean(error) && (
        <NativeText aria-live="polite" style={styles.error}>
          {error}
        </NativeText>
      )}
    </>
  )
}

export function FieldFrame({ label, optional, hint, error, children }: FieldFrameProps) {
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <View style={styles.field}>
      <NativeText style={styles.label}>{optional ? `${label} (${messages.optional})` : label}</NativeText>
      {children}
      <FieldMessages hint={hint} error={error} />
    </View>
  )
}
