import { useId, type ReactNode } from 'react'
import { Icon } from '../icon/icon'
import { domStyle } from '../theme/dom-style'
import { useUiMessages } from '../ui-messages'
import { useFieldStyles } from './styles'

type Messages = { hint?: string | undefined; error?: string | undefined }

/** The ids that tie a control to its label, its hint and what is wrong with it. */
export function useFieldIds({ hint, error }: Messages) {
  const id = useId()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return { id, control: { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } }
}

export function FieldMessages({ id, hint, error }: Messages & { id: string }) {
  const styles = useFieldStyles()
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} {...domStyle(styles.hint)}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} {...domStyle(styles.error)}>
          <span style={{ paddingTop: 2 }}>
            <Icon decorative name="circle-exclamation-point" size={18} />
          </span>
          <span>{error}</span>
        </div>
      )}
    </>
  )
}

type FrameProps = Messages & { id: string; label: string; optional?: boolean | undefined; children: ReactNode }

export function FieldFrame({ id, label, optional, hint, error, children }: FrameProps) {
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <div {...domStyle(styles.field)} style={{ display: 'grid' }}>
      <label htmlFor={id} {...domStyle(styles.label)}>
        {label}
        {optional && <span {...domStyle(styles.hint)}> ({messages.optional})</span>}
      </label>
      {children}
      <FieldMessages id={id} hint={hint} error={error} />
    </div>
  )
}

/** A group of controls under one legend. */
export function FieldGroup({ id, label, hint, error, children }: FrameProps) {
  const styles = useFieldStyles()
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset aria-describedby={described} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <legend {...domStyle(styles.label)} style={{ padding: 0, marginBottom: 4 }}>
        {label}
      </legend>
      {children}
      <FieldMessages id={id} hint={hint} error={error} />
    </fieldset>
  )
}
