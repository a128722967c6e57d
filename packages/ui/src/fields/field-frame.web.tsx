import { useId, type FormEventHandler } from 'react'
import { Icon } from '../icon/icon'
import { domStyle } from '../theme/dom-style'
import { useUiMessages } from '../ui-messages'
import type { FieldFrameProps, FieldMessagesProps } from './props'
import { useFieldStyles } from './styles'
import { useErrorUntilChanged } from './use-error-until-changed'

/** The ids that tie a control to its label, its hint and what is wrong with it, as long as that is shown. */
export function useFieldIds({ hint, error: found }: FieldMessagesProps) {
  const id = useId()
  const { error, changed } = useErrorUntilChanged(found)
  const describedBy = idsOfMessages(id, { hint, error })
  return {
    id,
    error,
    changed,
    control: { id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined },
  }
}

const idsOfMessages = (id: string, { hint, error }: FieldMessagesProps) =>
  [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined

export function FieldMessages({ id, hint, error }: FieldMessagesProps & { id: string }) {
  const styles = useFieldStyles()
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} {...domStyle(styles.hint)}>
          {hint}
        </div>
      )}
      {error && (
        <div id={`${id}-error`} data-error="" {...domStyle(styles.error)}>
          <span style={{ paddingTop: 2 }}>
            <Icon decorative name="circle-exclamation-point" size={18} />
          </span>
          <span>{error}</span>
        </div>
      )}
    </>
  )
}

type WebFrameProps = FieldFrameProps & { id: string; changed: FormEventHandler }

export function FieldFrame({ id, label, optional, hint, error, changed, children }: WebFrameProps) {
  const styles = useFieldStyles()
  const messages = useUiMessages()
  return (
    <div {...domStyle(styles.field)} style={{ display: 'grid' }} onChange={changed}>
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
export function FieldGroup({ id, label, hint, error, changed, children }: WebFrameProps) {
  const styles = useFieldStyles()
  return (
    <fieldset
      onChange={changed}
      aria-describedby={idsOfMessages(id, { hint, error })}
      style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}
    >
      <legend {...domStyle(styles.label)} style={{ padding: 0, marginBottom: 4 }}>
        {label}
      </legend>
      {children}
      <FieldMessages id={id} hint={hint} error={error} />
    </fieldset>
  )
}
