import type { ReactNode } from 'react'
import { Text as Words, View } from 'react-native'
import { useWords } from '../words'
import { useFieldStyles } from './styles'

type FrameProps = {
  label: string
  optional?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
  children: ReactNode
}

export function Told({ hint, error }: Pick<FrameProps, 'hint' | 'error'>) {
  const styles = useFieldStyles()
  return (
    <>
      {hint && <Words style={styles.hint}>{hint}</Words>}
      {error && (
        <Words aria-live="polite" style={styles.error}>
          {error}
        </Words>
      )}
    </>
  )
}

export function Frame({ label, optional, hint, error, children }: FrameProps) {
  const styles = useFieldStyles()
  const words = useWords()
  return (
    <View style={styles.field}>
      <Words style={styles.label}>{optional ? `${label} (${words.optional})` : label}</Words>
      {children}
      <Told hint={hint} error={error} />
    </View>
  )
}
