/** Addresses that are operations. */
const reserved = ['suggestions', 'clusters']

export const isReserved = (slug: string): boolean => reserved.includes(slug)

/** `Café Zoë`, `Boise` → `cafe-zoe-boise`. Names in other scripts keep what can be written in small letters. */
export function slugOf(...parts: string[]): string {
  const words = parts
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
  return trimmed(trimmed(words).slice(0, 50)) || 'business'
}

/** The first of `name`, `name-2`, `name-3` … that nobody has. */
export function freeSlug(wanted: string, taken: ReadonlySet<string>): string {
  const isFree = (slug: string) => !taken.has(slug) && !isReserved(slug)
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`
    if (isFree(slug)) return slug
  }
}

const trimmed = (text: string) => text.replaceAll(/^-+|-+$/g, '')
