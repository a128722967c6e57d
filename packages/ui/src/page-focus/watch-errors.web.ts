import { byPosition, focusOn } from './focus-on'

/** What a field, a notice or a failed page says. A notice of mere information is not worth moving the focus. */
const shown = '[data-error], [role=alert], [data-notice=pending], [data-notice=success], [data-toast=danger]'

/** From a submit or a press until the next input, the first error or notice that appears is focused. Returns what ends it. */
export function watchErrors(page: Document): () => void {
  let isWatching = false
  let last: { error: Element; before: Element | null } | undefined
  const observer = new MutationObserver((changes) => {
    // A notice that is dismissed must not take the focus with it.
    if (last && !last.error.isConnected && page.activeElement === page.body) focus(last.before)
    if (last && !last.error.isConnected) last = undefined
    if (!isWatching) return
    const before = page.activeElement
    const changed = changes.flatMap(({ type, target, addedNodes }) =>
      type === 'childList' ? [...addedNodes] : [target],
    )
    const error = showFirst(changed.flatMap(findErrors).filter(isOfPress))
    if (!error) return
    isWatching = false
    last = { error, before }
  })
  observer.observe(page.body, { subtree: true, childList: true, characterData: true })

  /** The same error as after the last try is no change of the page. */
  const showSame = (place: Element) => window.setTimeout(() => showFirst([...place.querySelectorAll('[data-error]')]))
  function submitted({ target }: Event) {
    isWatching = true
    showSame(target as Element)
  }
  function pressed({ target }: Event) {
    const button = (target as Element).closest('button')
    if (!button) return
    isWatching = true
    const dialog = button.closest('[data-actions]')?.closest('dialog')
    if (dialog) showSame(dialog)
  }
  const typed = () => void (isWatching = false)

  page.addEventListener('submit', submitted, true)
  page.addEventListener('click', pressed, true)
  page.addEventListener('input', typed, true)
  return () => {
    observer.disconnect()
    page.removeEventListener('submit', submitted, true)
    page.removeEventListener('click', pressed, true)
    page.removeEventListener('input', typed, true)
  }
}

/** A browser is offline at any time: nobody is taken to that message from where they are. */
const isOfPress = (error: Element) => navigator.onLine || !error.matches('[data-toast]')

/** In what was added, or around a text that has changed. */
function findErrors(node: Node): Element[] {
  if (!(node instanceof Element)) return [node.parentElement?.closest(shown) ?? []].flat()
  return node.matches(shown) ? [node] : [...node.querySelectorAll(shown)]
}

/** The page may have removed again what was added. */
function showFirst(errors: Element[]): Element | undefined {
  const [first] = errors.filter(({ isConnected }) => isConnected).toSorted(byPosition)
  if (!first) return undefined
  const control = findControl(first)
  if (control) focus(control)
  else focusOn(first)
  ;(control ?? first).scrollIntoView({ block: 'center' })
  return first
}

const focus = (element: Element | null) => element instanceof HTMLElement && element.focus({ preventScroll: true })

/** The control that an error belongs to; of a group the first one. */
function findControl(error: Element): Element | null {
  if (!error.matches('[data-error]')) return null
  const described = error.id ? error.ownerDocument.querySelector(`[aria-describedby~="${error.id}"]`) : null
  const owner = described ?? error.closest('fieldset')
  return owner?.matches('fieldset') ? owner.querySelector('input, button, select') : owner
}
