import type { ReactNode } from 'react'
import { Text as NativeText, View } from 'react-native'
import { useUiMessages } from '../ui-messages'
import { useFieldStyles } from './styles'

type FrameProps = {
  label: string
  optional?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
  children: ReactNode
}

export function FieldMessages({ hint, error }: Pick<FrameProps, 'hint' | 'error'>) {
  const styles = useFieldStyles()
  return (
    <>
      {hint && <NativeText style={styles.hint}>{hint}</NativeText>}
      {error && (
        <NativeText aria-live="polite" style={styles.error}>
          {error}
        </NativeText>
      )}
    </>
  )
}

export function FieldFrame({ label, optional, hint, error, children }: FrameProps) {
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
