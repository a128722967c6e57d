import type { FormEvent, ReactNode } from 'react'
import styles from './form.module.css'

export type FormValues = {
  /** As it was typed; '' where there is no such field. */
  get: (name: string) => string
  focus: (name: string) => void
}

type FormProps = { onSubmit: (values: FormValues) => void; children: ReactNode }

/** Fields below one another, read when they are submitted. The browser's own checks are off: ours say how it would be right. */
export function Form({ onSubmit, children }: FormProps) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    onSubmit({
      get: (name) => (data.get(name) as string | null) ?? '',
      focus: (name) => (form.elements.namedItem(name) as HTMLElement | null)?.focus(),
    })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {children}
    </form>
  )
}

/** Fields below one another where there is no form, as in a dialog. */
export function Fields({ children }: { children: ReactNode }) {
  return <div className={styles.form}>{children}</div>
}

/** Two short fields side by side. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>
}
