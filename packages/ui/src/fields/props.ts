import type { ReactNode, Ref } from 'react'

export type Focusable = { focus: () => void }

export type FieldProps = {
  label: string
  hint?: string | undefined
  /** What is wrong and what to do about it. */
  error?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
  ref?: Ref<Focusable> | undefined
  onBlur?: (() => void) | undefined
}

export type ValueProps<Value> = {
  value?: Value | undefined
  defaultValue?: Value | undefined
  onChange?: ((value: Value) => void) | undefined
}

export type TextFieldProps = FieldProps &
  ValueProps<string> & {
    kind?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'code' | 'number' | 'date' | 'time'
    /** The lines that are visible of a longer text. */
    rows?: number
    optional?: boolean
    autoComplete?: string
    maxLength?: number
    /** Shown behind the value, like "min". */
    unit?: string
  }

export type PasswordFieldProps = FieldProps & ValueProps<string> & { isNew?: boolean }

export type NumberFieldProps = FieldProps &
  ValueProps<number | undefined> & { unit?: string; min?: number; max?: number; decimals?: number; optional?: boolean }

export type Option = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = FieldProps & ValueProps<string> & { options: readonly Option[]; optional?: boolean }

type ChoiceOption = Option & {
  detail?: string
  /** A decorative picture before the words. */
  leading?: ReactNode
}

export type ChoiceFieldProps = FieldProps & ValueProps<string> & { options: readonly ChoiceOption[] }

export type CheckFieldProps = FieldProps & ValueProps<boolean>

export type FieldMessagesProps = Pick<FieldProps, 'hint' | 'error'>

export type FieldFrameProps = FieldMessagesProps & {
  label: string
  optional?: boolean | undefined
  children: ReactNode
}
