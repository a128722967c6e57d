import { useEffect, useState, type FormEvent } from 'react'

type Changed = { error: string; field: Element }

/** What is wrong with a field is hidden from its next change until the form is sent again. */
export function useErrorUntilChanged(error: string | undefined) {
  const [changed, setChanged] = useState<Changed>()
  if (changed && changed.error !== error) setChanged(undefined)
  useEffect(() => changed && watchNextTry(changed.field, () => setChanged(undefined)), [changed])
  return {
    error: changed?.error === error ? undefined : error,
    changed: ({ currentTarget }: FormEvent) => error && setChanged({ error, field: currentTarget }),
  }
}

/** A form is submitted; where there is none, a button beside the field is pressed. Returns what ends it. */
function watchNextTry(field: Element, tried: () => void): () => void {
  const form = field.closest('form')
  const isPress = (target: Element) => !form && target.closest('button') && !field.contains(target)
  function handle({ type, target }: Event) {
    const isTry = type === 'submit' ? target === form : isPress(target as Element)
    if (isTry) window.setTimeout(tried) // by then the form has found what is wrong with it now
  }
  const page = field.ownerDocument
  page.addEventListener('submit', handle, true)
  page.addEventListener('click', handle, true)
  return () => {
    page.removeEventListener('submit', handle, true)
    page.removeEventListener('click', handle, true)
  }
}
