import type { ComponentType, Ref } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { ChecksField } from './checks-field'
import { MinutesField } from './minutes-field'
import { MoneyField } from './money-field'
import { PercentField } from './percent-field'

type Tied = 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'ref' | 'error' | 'name'
type Focusable = { focus: () => void }
type Tie = { value?: never; onChange?: never; onBlur?: () => void; error?: string | undefined; ref?: Ref<Focusable> }
type Place<V extends FieldValues> = { control: Control<V>; name: FieldPath<V> }

/** Ties a field of the design system to a line of a form: value, focus and what is wrong with it. */
function bound<Props extends object>(Field: ComponentType<Props>, empty?: unknown) {
  return function Bound<V extends FieldValues>({ control, name, ...props }: Place<V> & Omit<Props, Tied>) {
    const { field, fieldState } = useController({ control, name })
    const tie = {
      value: field.value ?? empty,
      onChange: (value: unknown) => field.onChange(value === '' && empty === '' ? undefined : value),
      onBlur: field.onBlur,
      ref: field.ref,
      error: fieldState.error?.message,
    } as unknown as Tie
    return <Field {...(props as unknown as Props)} {...tie} />
  }
}

/** An empty line is nothing, not a text without letters. */
export const BoundText = bound(TextField, '')
export const BoundNumber = bound(NumberField)
export const BoundSelect = bound(SelectField, '')
export const BoundChoice = bound(ChoiceField)
export const BoundMoney = bound(MoneyField)
export const BoundPercent = bound(PercentField)
export const BoundMinutes = bound(MinutesField)
export const BoundChecks = bound(ChecksField)
