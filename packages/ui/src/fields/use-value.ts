import { useState } from 'react'
import type { ValueProps } from './props'

/** The parent holds the value of a field where it passes one; else the field does. */
export function useValue<Value>(props: ValueProps<Value>): [Value | undefined, (next: Value) => void] {
  const [ownValue, setOwnValue] = useState(props.defaultValue)
  function change(next: Value) {
    setOwnValue(next)
    props.onChange?.(next)
  }
  return ['value' in props ? props.value : ownValue, change]
}
