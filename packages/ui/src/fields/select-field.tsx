import { useState } from 'react'
import { Text as NativeText } from 'react-native'
import { Icon } from '../icon/icon'
import { List, ListRow } from '../list'
import { Sheet } from '../overlay'
import { Press } from '../press/press'
import { useUiMessages } from '../ui-messages'
import { FieldFrame } from './field-frame'
import type { SelectFieldProps } from './props'
import { useFieldStyles } from './styles'
import { useValue } from './use-value'

export function SelectField(props: SelectFieldProps) {
  const { label, hint, error, optional, options, disabled } = props
  const [open, setOpen] = useState(false)
  const [value, change] = useValue(props)
  const styles = useFieldStyles()
  const messages = useUiMessages()
  const chosen = options.find((option) => option.value === value)

  function choose(next: string) {
    setOpen(false)
    change(next)
  }
  return (
    <FieldFrame label={label} optional={optional} hint={hint} error={error}>
      <Press
        label={`${label}, ${chosen?.label ?? messages.choose}`}
        disabled={disabled}
        expanded={open}
        style={[styles.control, error ? styles.invalid : null]}
        onPress={() => setOpen(true)}
      >
        <NativeText style={styles.label}>{chosen?.label ?? messages.choose}</NativeText>
      </Press>
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <List label={label}>
          {options.map((option) => (
            <ListRow
              key={option.value}
              title={option.label}
              current={option.value === value}
              trailing={option.value === value && <Icon decorative name="check" color="brand" />}
              onPress={() => choose(option.value)}
            />
          ))}
        </List>
      </Sheet>
    </FieldFrame>
  )
}
