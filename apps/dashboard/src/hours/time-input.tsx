import styles from './time-input.module.css'

type TimeInputProps = { label: string; value: string; onChange: (value: string) => void }

/** A time in a row of many, named for readers alone. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  return (
    <input
      type="time"
      data-control=""
      aria-label={label}
      className={styles.time}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
