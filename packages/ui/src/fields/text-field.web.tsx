import type { ChangeEvent, Ref } from 'react'
import { domStyle } from '../theme/dom-style'
import { FieldFrame, useFieldIds } from './field-frame'
import type { TextFieldProps } from './props'
import { useFieldStyles } from './styles'

const kinds = {
  text: { type: 'text' },
  email: { type: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false },
  tel: { type: 'tel', inputMode: 'tel' },
  url: { type: 'url', inputMode: 'url', autoCapitalize: 'none', spellCheck: false },
  search: { type: 'search', inputMode: 'search' },
  code: { type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' },
  number: { type: 'text', inputMode: 'decimal', autoComplete: 'off' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const

export function TextField(props: TextFieldProps) {
  const { label, hint, error: _, optional, kind = 'text', rows, autoComplete, unit, onChange, ref, ...input } = props
  const styles = useFieldStyles()
  const { id, control, error, changed } = useFieldIds(props)
  const shared = {
    ...input,
    ...control,
    ...(autoComplete ? { autoComplete } : {}),
    ...domStyle(styles.control, error ? styles.invalid : null, input.disabled ? styles.disabled : null),
    'data-control': '',
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange?.(event.target.value),
  }
  return (
    <FieldFrame id={id} label={label} optional={optional} hint={hint} error={error} changed={changed}>
      {rows ? (
        <textarea {...shared} rows={rows} ref={ref as Ref<HTMLTextAreaElement>} style={{ resize: 'vertical' }} />
      ) : (
        <div {...domStyle(styles.line)}>
          <input {...kinds[kind]} {...shared} ref={ref as Ref<HTMLInputElement>} />
          {unit && <span {...domStyle(styles.hint)}>{unit}</span>}
        </div>
      )}
    </FieldFrame>
  )
}
