import { useEffect, useRef, type FormEvent, type ReactNode } from 'react'
import styles from './form.module.css'
import { keep, readKept } from '@buy-locals/client/stored-text'

export type FormValues = {
  /** As it was typed; '' where there is no such field. */
  get: (name: string) => string
}

type FormProps = {
  onSubmit: (values: FormValues) => void
  /** Under this name what is typed survives a reload and the way back. Not for passwords. */
  keepAs?: string
  children: ReactNode
}

/** Fields below one another, read when they are submitted. The browser's own checks are off: ours say how it would be right. */
export function Form({ onSubmit, keepAs, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (keepAs && form.current) restore(form.current, readKept(keepAs))
  }, [keepAs])
  function keepTyped() {
    if (keepAs && form.current) keep(keepAs, JSON.stringify([...new FormData(form.current)]))
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSubmit({ get: (name) => (data.get(name) as string | null) ?? '' })
  }
  return (
    <form ref={form} className={styles.form} onSubmit={submit} onInput={keepTyped} noValidate>
      {children}
    </form>
  )
}

function restore({ elements }: HTMLFormElement, stored: string | undefined): void {
  for (const [name, value] of JSON.parse(stored ?? '[]') as [string, string][]) {
    const field = elements.namedItem(name)
    const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
    if (isText && field.value === '') field.value = value
  }
}

/** Two short fields side by side. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}
