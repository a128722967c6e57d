import { byPosition, focusOn } from './focus-on'

/** What says where one is. */
const titles = '[data-notice], h1, h2, h3, [role=heading]'

/** What had the focus may be gone after a press, with its page or its step, and what was waited for on a new page has come. Then what took its place is focused, and so read: its notice or its title, or else the steps, another button in its place, or the title of what surrounds it. Returns what ends it. */
export function watchLostFocus(page: Document): () => void {
  let focused: Element[] = []
  const keep = ({ target }: Event) => void (focused = listAround(target as Element))
  const observer = new MutationObserver((changes) => {
    if (page.activeElement !== page.body) return
    const [element, ...ancestors] = focused
    const isGone = element && !element.isConnected
    const hasCome = changes.some(({ removedNodes }) => [...removedNodes].some(hasProgress))
    if (!isGone && !hasCome) return
    const place = ancestors.find(({ isConnected }) => isConnected) ?? page.body
    const area = place.closest('dialog, main') ?? findTop(page)
    const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes])
    const shown = nodes
      .flatMap(findTitles)
      .filter((title) => area?.contains(title))
      .toSorted(byPosition)
    if (!isGone && !shown.some((title) => title.matches('h1'))) return
    const steps = area?.querySelector('[data-steps]')
    const replacement = nodes.filter((node) => node.parentNode === ancestors[0]).find(isButton)
    const around = area?.contains(place) ? findTitleAround(place, area) : null
    const next = shown[0] ?? steps ?? replacement ?? around ?? area?.querySelector('h1, h2')
    if (!next) return
    focusOn(next)
    next.scrollIntoView({ block: 'nearest' })
  })
  observer.observe(page.body, { subtree: true, childList: true })
  page.addEventListener('focusin', keep)
  return () => {
    observer.disconnect()
    page.removeEventListener('focusin', keep)
  }
}

/** Nothing below an open dialog takes the focus. */
const findTop = (page: Document) => [...page.querySelectorAll('dialog[open]')].at(-1) ?? page.querySelector('main')

/** The element, then what it stands in, from the inside out. */
function listAround(element: Element): Element[] {
  return element.parentElement ? [element, ...listAround(element.parentElement)] : [element]
}

/** Of the nearest thing around it that has one. */
function findTitleAround(place: Element, area: Element): Element | null {
  const title = place.querySelector('h1, h2, h3')
  return title ?? (place === area || !place.parentElement ? null : findTitleAround(place.parentElement, area))
}

const isButton = (node: Node): node is Element => node instanceof Element && node.matches('button')

const hasProgress = (node: Node) =>
  node instanceof Element && (node.matches('[data-progress]') || node.querySelector('[data-progress]') !== null)

const findTitles = (node: Node): Element[] =>
  node instanceof Element ? [...(node.matches(titles) ? [node] : []), ...node.querySelectorAll(titles)] : []
