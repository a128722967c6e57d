import type { ReactNode, Ref } from 'react'

export type Focusable = { focus: () => void }

export type Labelled = {
  label: string
  hint?: string | undefined
  /** What is wrong and what to do about it. */
  error?: string | undefined
  name?: string | undefined
  disabled?: boolean | undefined
  ref?: Ref<Focusable> | undefined
  onBlur?: (() => void) | undefined
}

export type Valued<Value> = {
  value?: Value | undefined
  defaultValue?: Value | undefined
  onChange?: ((value: Value) => void) | undefined
}

export type TextFieldProps = Labelled &
  Valued<string> & {
    kind?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'code' | 'number' | 'date' | 'time'
    /** The lines that are visible of a longer text. */
    rows?: number
    optional?: boolean
    autoComplete?: string
    maxLength?: number
    /** Shown behind the value, like "min". */
    unit?: string
  }

export type PasswordFieldProps = Labelled & Valued<string> & { isNew?: boolean }

export type NumberFieldProps = Labelled &
  Valued<number | undefined> & { unit?: string; min?: number; max?: number; decimals?: number; optional?: boolean }

export type Option = { value: string; label: string; disabled?: boolean }

export type SelectFieldProps = Labelled & Valued<string> & { options: readonly Option[]; optional?: boolean }

export type ChoiceFieldProps = Labelled & Valued<string> & { options: readonly (Option & { detail?: string })[] }

export type CheckFieldProps = Labelled & Valued<boolean>

export type FieldMessagesProps = Pick<Labelled, 'hint' | 'error'>

export type FieldFrameProps = FieldMessagesProps & {
  label: string
  optional?: boolean | undefined
  children: ReactNode
}
