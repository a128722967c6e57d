import { useId, type ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { look } from '../theme/look'
import { useUiMessages } from '../ui-messages'
import { useFieldStyles } from './styles'

type Said = { hint?: string | undefined; error?: string | undefined }

/** The ids that tie a control to its label, its hint and what is wrong with it. */
export function useFieldIds({ hint, error }: Said) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { id, control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } }
}

export function Told({ id, hint, error }: Said & { id: string }) {
  const styles = useFieldStyles()
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} {...look(styles.hint)}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} {...look(styles.error)}>
          <span style={{ paddingTop: 2 }}>
            <Icon beside="text" name="circle-exclamation-point" size={18} />
          </span>
          <span>{error}</span>
        </div>
      )}
    </>
  )
}

type FrameProps = Said & { id: string; label: string; optional?: boolean | undefined; children: ReactNode }

export function Frame({ id, label, optional, hint, error, children }: FrameProps) {
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <div {...look(styles.field)} style={{ display: 'grid' }}>
      <label htmlFor={id} {...look(styles.label)}>
        {label}
        {optional && <span {...look(styles.hint)}> ({messages.optional})</span>}
      </label>
      {children}
      <Told id={id} hint={hint} error={error} />
    </div>
  )
}

/** A group of controls under one legend. */
export function GroupFrame({ id, label, hint, error, children }: FrameProps) {
  const styles = useFieldStyles()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset aria-describedby={described} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend {...look(styles.label)} style={{ padding: 0, marginBottom: 4 }}>
        {label}
      </legend>
      {children}
      <Told id={id} hint={hint} error={error} />
    </fieldset>
  )
}
