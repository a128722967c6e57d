import { useState, type Ref } from 'react'
import { IconButton } from '../icon-button'
import { domStyle } from '../theme/dom-style'
import { useUiMessages } from '../ui-messages'
import { FieldFrame, useFieldIds } from './field-frame'
import type { PasswordFieldProps } from './props'
import { useFieldStyles } from './styles'

export function PasswordField(props: PasswordFieldProps) {
  const { label, hint, error: _, isNew, onChange, ref, ...input } = props
  const [shown, setShown] = useState(false)
  const styles = useFieldStyles()
  const messages = useUiMessages()
  const { id, control, error, changed } = useFieldIds(props)
  const name = shown ? messages.hidePassword : messages.showPassword
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} changed={changed}>
      <div {...domStyle(styles.line)} style={{ gap: 4 }}>
        <input
          {...input}
          {...control}
          {...domStyle(styles.control, error ? styles.invalid : null)}
          data-control=""
          type={shown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          ref={ref as Ref<HTMLInputElement>}
          onChange={(event) => onChange?.(event.target.value)}
        />
        <IconButton label={name} icon={shown ? 'eye-off' : 'eye'} onPress={() => setShown(!shown)} />
      </div>
    </FieldFrame>
  )
}
