import { useEffect, useId, useRef, type SyntheticEvent } from 'react'
import { IconButton } from '../icon-button'
import { domStyle } from '../theme/dom-style'
import { radius, space } from '../theme/theme'
import { themed } from '../theme/themed'
import { Title } from '../title'
import { OverlayLevel, OverlayToasts } from '../toast'
import { useUiMessages } from '../ui-messages'
import type { OverlayProps } from './props'

const useStyles = themed((c) => ({
  dialog: {
    padding: 0,
    borderWidth: 0,
    borderRadius: radius.card,
    backgroundColor: c.surface,
    color: c.ink,
    boxShadow: `0 12px 40px ${c.shadow}`,
  },
  head: {
    display: 'flex',
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: space.md,
    paddingTop: space.md,
    paddingBottom: space.sm,
    paddingLeft: space.xl,
    paddingRight: space.md,
  },
  body: { paddingHorizontal: space.xl, paddingBottom: space.xl, paddingTop: space.xs },
  foot: {
    position: 'sticky' as 'relative',
    bottom: 0,
    paddingHorizontal: space.xl,
    paddingVertical: space.lg,
    borderTopWidth: 1,
    borderStyle: 'solid',
    borderColor: c.line,
    backgroundColor: c.surface,
  },
}))

/** The browser's own modal: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Overlay({ kind, open, title, children, actions, canClose, onClose }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const styles = useStyles()
  const messages = useUiMessages()

  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal()
    if (!open && dialog.current?.open) dialog.current.close()
  }, [open])

  /** In React the close event of a dialog inside this one bubbles up to it. */
  const closeThis = (event: SyntheticEvent) => {
    if (event.target !== event.currentTarget) return
    // A second Escape closes a dialog of Chrome whatever the first was told.
    if (open && canClose?.() === false) dialog.current?.showModal()
    else onClose()
  }
  const cancel = (event: SyntheticEvent) => {
    if (event.target === event.currentTarget && canClose?.() === false) event.preventDefault()
  }
  const close = () => {
    if (canClose?.() ?? true) dialog.current?.close()
  }

  return (
    <dialog
      ref={dialog}
      data-overlay={kind}
      aria-labelledby={id}
      onCancel={cancel}
      onClose={closeThis}
      onClick={(event) => event.target === dialog.current && close()}
      {...domStyle(styles.dialog)}
    >
      {open && (
        <div>
          <div {...domStyle(styles.head)}>
            <Title level={2} size="lead" id={id}>
              {title}
            </Title>
            <IconButton label={messages.close} icon="x" onPress={close} />
          </div>
          <OverlayLevel>
            <div {...domStyle(styles.body)}>{children}</div>
            {actions && (
              <div data-actions="" {...domStyle(styles.foot)}>
                {actions}
              </div>
            )}
            <OverlayToasts />
          </OverlayLevel>
        </div>
      )}
    </dialog>
  )
}
