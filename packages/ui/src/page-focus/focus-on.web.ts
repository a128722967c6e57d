/** Also what is no control, like a title or a notice. */
export function focusOn(element: Element): void {
  if (!element.matches('button, [tabindex]')) element.setAttribute('tabindex', '-1')
  if (element instanceof HTMLElement) element.focus({ preventScroll: true })
}

export const byPosition = (a: Element, b: Element) =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
