import styles from './compact-input.module.css'

type CompactInputProps = {
  type: 'date' | 'time'
  label: string
  value: string
  /** Of what is wrong with it, beside the row. */
  errorId?: string | undefined
  onChange: (value: string) => void
}

/** A date or a time in a row of controls: its label is for screen readers alone. */
export function CompactInput({ type, label, value, errorId, onChange }: CompactInputProps) {
  return (
    <input
      type={type}
      data-control=""
      aria-label={label}
      aria-invalid={errorId ? true : undefined}
      aria-describedby={errorId}
      className={styles.input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
