import type { Category } from '@buy-locals/contracts/business/shapes'
import { queryTerms, splitTerms } from './search-terms.ts'
import { trades } from './trades.ts'

/** Terms that are one thing together, and the trades that people mean by them. */
export type QueryPart = { terms: string[]; trades: string[] }

/** They say nothing of what is looked for. */
const fillers = new Set(splitTerms('a an the of in on at to for from by with and or near me nearby around here my our your i need want find get who can do does is are where best good great cheap affordable local open now today tonight tomorrow please some any somewhere')) // prettier-ignore

/** Beside a trade they only tell which of them comes first. */
const modifiers = new Set(splitTerms('men mens man women womens woman ladies kid kids child children childrens boys girls baby family senior adult beginner private shop store studio salon parlor center centre place company co business service services class classes lesson lessons course session appointment visit repair repairs fix help care work specialist expert professional teacher guy lady new used small big custom quick emergency mobile certified licensed experienced downtown')) // prettier-ignore

const mostTermsOfPart = 4

/** The same for one and for many: `groceries` and `grocery`, `watches` and `watch`. */
function toStem(term: string): string {
  if (term.length > 4 && term.endsWith('ies')) return `${term.slice(0, -3)}y`
  if (term.length > 4 && /(?:s|x|ch|sh)es$/.test(term)) return term.slice(0, -2)
  return term.length > 3 && /[^su]s$/.test(term) ? term.slice(0, -1) : term
}

/** Without gaps: `barbershop` is `barber shop`. */
const toKey = (terms: readonly string[]): string => terms.map(toStem).join('')

const splitPhrases = (list: string) => list.split(', ').map(splitTerms)

const tradesByKey = new Map<string, Set<string>>()
const signsByKey = new Map<string, Set<string>>()
for (const [id, { phrases, signs }] of Object.entries(trades)) {
  for (const key of splitPhrases(phrases).map(toKey)) add(tradesByKey, key, id)
  for (const key of splitPhrases([phrases, signs].filter(Boolean).join(', ')).map(toKey)) add(signsByKey, key, id)
}

function add(map: Map<string, Set<string>>, key: string, id: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(id))
}

/** Every term of every trade, as it is written. */
export const tradeTerms: ReadonlySet<string> = new Set(
  Object.values(trades).flatMap(({ phrases }) => splitPhrases(phrases).flat()),
)

export const isOrdinaryTerm = (term: string): boolean =>
  fillers.has(term) || modifiers.has(term) || tradeTerms.has(term) || tradesByKey.has(toStem(term))

/** The longest that is known comes first: `dry cleaning` is no cleaning. */
function splitParts(terms: readonly string[], tradesOf: ReadonlyMap<string, ReadonlySet<string>>): QueryPart[] {
  const parts: QueryPart[] = []
  for (let at = 0; at < terms.length;) {
    const lengths = Array.from({ length: Math.min(mostTermsOfPart, terms.length - at) }, (_, i) => i + 1).reverse()
    const length = lengths.find((count) => tradesOf.has(toKey(terms.slice(at, at + count)))) ?? 1
    const own = terms.slice(at, at + length)
    parts.push({ terms: own, trades: [...(tradesOf.get(toKey(own)) ?? [])] })
    at += length
  }
  return parts
}

export type ReadQuery = {
  /** All that was typed. */
  terms: string[]
  /** Each has to be there. */
  parts: QueryPart[]
  /** They only rank. */
  optional: string[]
  /** Where they are all in the name, that business is meant; none where they only say what it does. */
  named: string[]
}

/** What somebody who types this looks for. */
export function readQuery(text: string): ReadQuery {
  const terms = dropUnfinished(queryTerms(text))
  const isFiller = ({ terms: [term = ''], trades }: QueryPart) => trades.length === 0 && fillers.has(term)
  const isModifier = ({ terms: own }: QueryPart) => own.length === 1 && modifiers.has(own[0] ?? '')
  const parts = splitParts(terms, tradesByKey)
  const meaningful = parts.filter((part) => !isFiller(part))
  const hasTrade = meaningful.some((part) => part.trades.length > 0 && !isModifier(part))
  const needed = hasTrade ? meaningful.filter((part) => !isModifier(part)) : meaningful
  return {
    terms,
    parts: needed.length > 0 ? needed : parts,
    optional: meaningful.filter((part) => !needed.includes(part)).flatMap((part) => part.terms),
    named: needed.every((part) => part.trades.length > 0) ? [] : terms,
  }
}

/** One Latin letter begins too many words to say anything yet. */
const dropUnfinished = (terms: string[]): string[] =>
  terms.length > 1 && /^[a-z0-9]$/.test(terms.at(-1) ?? '') ? terms.slice(0, -1) : terms

/** Only the trade that was typed in the most terms, where something else was asked besides. */
export function toTradeAlone({ parts }: ReadQuery): string | undefined {
  const [best, ...others] = parts
    .filter((part) => part.trades.length > 0)
    .toSorted((a, b) => b.terms.length - a.terms.length)
  return best && (others.length > 0 || parts.length > 1) ? best.terms.join(' ') : undefined
}

/** What comes near where nobody does what was asked. */
export function toNearestTrade({ parts }: ReadQuery): string | undefined {
  const [category] = parts.flatMap((part) => part.trades.flatMap((id) => trades[id]?.near ?? []))
  const trade = category && Object.values(trades).find(({ of }) => of?.includes(category))
  return trade?.phrases.split(', ')[0]
}

/** What begins as it was typed: the kinds of places that it is usual for, and the phrases of trades that not all of a kind have. */
export function findTradesLike(text: string): { categories: Category[]; phrases: string[] } {
  const typed = queryTerms(text).join(' ')
  const like = Object.values(trades).map((trade) => ({ ...trade, phrase: trade.phrases.split(', ').find((phrase) => phrase.startsWith(typed)) })) // prettier-ignore
  const found = typed.length < 2 ? [] : like.filter(({ phrase }) => phrase !== undefined)
  return {
    categories: found.flatMap(({ of }) => of?.[0] ?? []),
    phrases: found.flatMap(({ of, phrase }) => (of ? [] : (phrase ?? []))),
  }
}

const tradesOf = (text: string): string[] => splitParts(splitTerms(text), signsByKey).flatMap((part) => part.trades)

/** How well a service is what was looked for: by the words that were typed, then by its trade. */
export function rateService({ terms, parts }: ReadQuery, name: string): number {
  const own = splitTerms(name).map(toStem)
  const typed = terms.filter((term) => !fillers.has(term)).map(toStem)
  const trades = new Set(parts.flatMap((part) => part.trades))
  const isInName = (term: string) => own.some((word) => word === term || (term.length > 2 && word.startsWith(term)))
  return 2 * typed.filter(isInName).length + (tradesOf(name).some((id) => trades.has(id)) ? 1 : 0)
}

type Described = { categories: readonly Category[]; name: string; services: readonly string[] }

/** The trades of a business: those that its name and services show, and those that all of its kind have. */
export function listTrades({ categories, name, services }: Described): { own: string[]; usual: string[] } {
  const isOf = (kinds: readonly Category[] | undefined) => kinds?.some((kind) => categories.includes(kind)) ?? false
  const ids = [name, ...services].flatMap(tradesOf)
  const own = [...new Set(ids)].filter((id) => isOf(trades[id]?.within) || isOf(trades[id]?.of))
  const usual = Object.keys(trades).filter((id) => isOf(trades[id]?.of) && !own.includes(id))
  return { own, usual }
}
