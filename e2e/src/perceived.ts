import { expect, type BrowserContext, type CDPSession, type Page } from '@playwright/test'

export type Name = string | RegExp

/** What somebody who does not see the screen notices of a step. */
export type Perceived = {
  /** Role and name of what has the focus, as the browser's accessibility tree has them. A page that was just loaded has it itself: 'document' and the title. */
  focus: readonly [role: Name, name: Name]
  /** What a live region has said. */
  announced?: Name
}

const announcements = new WeakMap<Page, string[]>()
const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** Collects from now on what the live regions of its pages say. */
export async function collectAnnouncements(context: BrowserContext): Promise<void> {
  await context.exposeBinding('announce', ({ page }, text: string) => void announcementsOn(page).push(text))
  await context.addInitScript(watchLiveRegions)
}

export function announcementsOn(page: Page): string[] {
  const texts = announcements.get(page) ?? []
  announcements.set(page, texts)
  return texts
}

export async function expectPerceived(page: Page, { focus: [role, name], announced }: Perceived): Promise<void> {
  await expect.poll(() => readFocus(page), 'has the focus').toEqual({ role: matching(role), name: matching(name) })
  expect(await page.evaluate(findHiddenFocus), 'what has the focus is in sight').toBeUndefined()
  if (announced === undefined) return
  const expected = typeof announced === 'string' ? expect.stringContaining(announced) : matching(announced)
  await expect.poll(() => [...announcementsOn(page)], 'was announced').toContainEqual(expected)
}

const matching = (name: Name): unknown => (typeof name === 'string' ? name : expect.stringMatching(name))

type Focus = { role: string; name: string }

/** Undefined while one page takes the place of another. */
const readFocus = (page: Page): Promise<Focus | undefined> =>
  findFocus(page).catch((error: unknown) => {
    if (/context/.test(String(error))) return undefined
    throw error
  })

async function findFocus(page: Page): Promise<Focus> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  const client = await session
  const { result } = await client.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { objectId } = result
  if (!objectId || result.className === 'HTMLBodyElement') return { role: 'document', name: await page.title() }
  const { nodes } = await client.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false })
  const [node] = nodes
  return { role: String(node?.role?.value), name: String(node?.name?.value ?? '') }
}

/** Runs in the page: what has the focus, where it is out of sight or something else lies above it. */
function findHiddenFocus(): string | undefined {
  const focused = document.activeElement
  if (!focused || focused === document.body) return undefined
  const shown = focused.closest('label') ?? focused
  const { left, right, top, bottom } = shown.getBoundingClientRect()
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2
  const above = document.elementFromPoint(x, y)
  return above && (shown.contains(above) || above.contains(shown)) ? undefined : focused.outerHTML.slice(0, 200)
}

/** Runs in every page. What stands in a page that was just loaded is read with it. */
function watchLiveRegions(): void {
  const { announce } = globalThis as unknown as { announce(text: string): void }
  const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert]'
  const regionsAt = (node: Node): Element[] => {
    const element = node instanceof Element ? node : node.parentElement
    return [element?.closest(live) ?? [], ...(element?.querySelectorAll(live) ?? [])].flat()
  }
  const observer = new MutationObserver((changes) => {
    const changed = changes.flatMap(({ target, addedNodes }) => [
      target instanceof Element ? (target.closest(live) ?? []) : regionsAt(target),
      ...[...addedNodes].flatMap(regionsAt),
    ])
    // Nothing outside an open dialog is read.
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1)
    for (const region of new Set(changed.flat())) {
      if (dialog && !dialog.contains(region)) continue
      const text = region instanceof HTMLElement ? region.innerText.trim() : ''
      if (text) announce(text)
    }
  })
  addEventListener('DOMContentLoaded', () => observer.observe(document, { subtree: true, childList: true, characterData: true })) // prettier-ignore
}
