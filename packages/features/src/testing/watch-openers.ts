/**
 * Reports each button that opens a dialog without telling a screen reader beforehand. Runs in a page, also as a script of its own.
 * Two may: one that submits is asked about what it sends, and the one that closes a dialog about what was typed there.
 */
export function watchOpeners(report: (fault: string) => void): void {
  let pressed: HTMLButtonElement | null = null
  const notePress = ({ target }: Event) => {
    pressed = target instanceof Element ? target.closest('button') : null
  }
  // What opens later is the server's question, whatever was pressed.
  const forgetPress = () => queueMicrotask(() => (pressed = null))
  const mayOpen = (button: HTMLButtonElement) =>
    button.type === 'submit' ||
    button.getAttribute('aria-haspopup') === 'dialog' ||
    button === button.closest('dialog')?.querySelector('button')
  const noteDialog = (dialog: HTMLDialogElement) => {
    if (!pressed || mayOpen(pressed)) return
    const label = pressed.getAttribute('aria-label') ?? pressed.textContent
    report(`The button "${label}" opens "${dialog.querySelector('h2')?.textContent}" without opensDialog`)
  }
  const { showModal } = HTMLDialogElement.prototype
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    noteDialog(this)
    showModal.call(this)
  }
  addEventListener('click', notePress, { capture: true })
  addEventListener('click', forgetPress)
}
