import { foldLetters } from './search-terms.ts'

/** Slugs that would be taken for an operation's path. */
const reserved = ['suggestions', 'clusters']

export const isReserved = (slug: string): boolean => reserved.includes(slug)

/** `Café Zoë`, `Boise` → `cafe-zoe-boise`. Names in other scripts keep what can be written in small letters. */
export function toSlug(...parts: string[]): string {
  const text = foldLetters(parts.join(' ')).replaceAll(/[^a-z0-9]+/g, '-')
  return trimHyphens(trimHyphens(text).slice(0, 50)) || 'business'
}

/** The first of `name`, `name-2`, `name-3` … that nobody has. */
export function findFreeSlug(base: string, taken: ReadonlySet<string>): string {
  const isFree = (slug: string) => !taken.has(slug) && !isReserved(slug)
  for (let count = 1; ; count++) {
    const slug = count === 1 ? base : `${base}-${count}`
    if (isFree(slug)) return slug
  }
}

const trimHyphens = (text: string) => text.replaceAll(/^-+|-+$/g, '')
