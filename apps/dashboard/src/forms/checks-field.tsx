import { useId } from 'react'
import { CheckField } from '@buy-locals/ui/check-field'
import { Text } from '@buy-locals/ui/text'
import styles from './checks-field.module.css'

type ChecksFieldProps = {
  label: string
  hint?: string
  error?: string | undefined
  options: readonly { value: string; label: string }[]
  value?: readonly string[] | undefined
  onChange?: (value: string[]) => void
}

/** Any of a few. */
export function ChecksField({ label, hint, error, options, value = [], onChange }: ChecksFieldProps) {
  const errorId = useId()
  const turn = (option: string, on: boolean) =>
    onChange?.(options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))))
  return (
    <fieldset className={styles.checks} aria-describedby={error ? errorId : undefined}>
      <legend className={styles.legend}>{label}</legend>
      {hint && (
        <Text size="small" tone="quiet">
          {hint}
        </Text>
      )}
      <div className={styles.options}>
        {options.map((option) => (
          <CheckField
            key={option.value}
            label={option.label}
            value={value.includes(option.value)}
            onChange={(on) => turn(option.value, on)}
          />
        ))}
      </div>
      {error && (
        <div id={errorId} data-error="">
          <Text size="small" tone="danger">
            {error}
          </Text>
        </div>
      )}
    </fieldset>
  )
}
