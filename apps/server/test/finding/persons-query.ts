import type { Category } from '@buy-locals/contracts/business/shapes'

/** What a person types, and what is right: one of these categories, or such a name. */
export type PersonsQuery = readonly [q: string, right: readonly Category[] | RegExp]

type Found = { name: string; categories: readonly string[] }

export const isRight = ({ name, categories }: Found, right: PersonsQuery[1]): boolean =>
  right instanceof RegExp ? right.test(name) : right.some((kind) => categories.includes(kind))
