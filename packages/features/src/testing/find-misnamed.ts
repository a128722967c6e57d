/** Buttons and links whose name for screen readers leaves out what is seen of them: whoever speaks to their computer says what they see. */
export function findMisnamed(): string[] {
  return [...document.querySelectorAll('[data-press][aria-label]')]
    .map((pressable) => ({ seen: pressable.textContent, name: pressable.getAttribute('aria-label') ?? '' }))
    .filter(({ seen, name }) => !spoken(name).includes(spoken(seen)))
    .map(({ seen, name }) => `"${seen}" has the name "${name}"`)
}

const spoken = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
