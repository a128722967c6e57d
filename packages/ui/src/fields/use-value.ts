import { useState } from 'react'
import type { Valued } from './props'

/** The value of a field and how it changes: held by the parent that passes one, else by the field itself. */
export function useValue<Value>(props: Valued<Value>): [Value | undefined, (next: Value) => void] {
  const [ownValue, setOwnValue] = useState(props.defaultValue)
  function change(next: Value) {
    setOwnValue(next)
    props.onChange?.(next)
  }
  return ['value' in props ? props.value : ownValue, change]
}
