import type { ComponentType, Ref } from 'react'
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { ChecksField } from './checks-field'
import { PhoneField, WebsiteField } from './contact-fields'
import { MinutesField, MoneyField, PercentField } from './quantity-fields'

type BoundProps = 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'ref' | 'error' | 'name'
type Focusable = { focus: () => void }
type FieldBinding = {
  value?: never
  onChange?: never
  onBlur?: () => void
  error?: string | undefined
  ref?: Ref<Focusable>
}
type Binding<V extends FieldValues> = { control: Control<V>; name: FieldPath<V> }

/** Binds a field of the design system to a field of a form: value, focus and error. */
function bound<Props extends object>(Field: ComponentType<Props>, empty?: unknown) {
  return function Bound<V extends FieldValues>({ control, name, ...props }: Binding<V> & Omit<Props, BoundProps>) {
    const { field, fieldState } = useController({ control, name })
    const binding = {
      value: field.value ?? empty,
      onChange: (value: unknown) => field.onChange(value === '' && empty === '' ? undefined : value),
      onBlur: field.onBlur,
      ref: field.ref,
      error: fieldState.error?.message,
    } as unknown as FieldBinding
    return <Field {...(props as unknown as Props)} {...binding} />
  }
}

/** An empty text is no value, not a text without letters. */
export const BoundText = bound(TextField, '')
export const BoundPhone = bound(PhoneField, '')
export const BoundWebsite = bound(WebsiteField, '')
export const BoundNumber = bound(NumberField)
export const BoundSelect = bound(SelectField, '')
export const BoundChoice = bound(ChoiceField)
export const BoundMoney = bound(MoneyField)
export const BoundPercent = bound(PercentField)
export const BoundMinutes = bound(MinutesField)
export const BoundChecks = bound(ChecksField)
