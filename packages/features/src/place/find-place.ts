import type { Api } from '@buy-locals/api-client/api'
import { findPlaces } from '@buy-locals/contracts/business/operations'
import type { Market, Place } from '@buy-locals/contracts/business/shapes'
import { readLine } from '@buy-locals/contracts/plain-text'
import type { SearchFilters } from './search-query'

type Town = Pick<Market, 'name' | 'location'>

const readTyped = (text: string) => readLine(text.trim().slice(0, 120), 120)

/** The place of a search that somebody has typed, as far as it is one. */
export async function findPlace(
  callApi: Api,
  towns: readonly Town[],
  typed: string,
): Promise<Pick<SearchFilters, 'near' | 'place' | 'radius'> | undefined> {
  const where = readTyped(typed)
  if (!where) return undefined
  const town = towns.find(({ name }) => name.toLowerCase() === where.toLowerCase())
  if (town) return { near: town.location, place: town.name, radius: undefined }
  const { items } = await callApi(findPlaces, { query: { q: where } })
  const [found] = items
  return found && { near: found.location, place: found.label, radius: undefined }
}

const fewestLetters = 2
const mostSuggested = 6

/** What is sent for suggestions of towns while one types; nothing yet where that is too short. */
export function townsQuery(typed: string): { q: string; kind: 'town' } | undefined {
  const q = readTyped(typed) ?? ''
  return q.length < fewestLetters ? undefined : { q, kind: 'town' }
}

/** The first few of them, each once. */
export const suggestedTowns = (found: readonly Place[]): Place[] =>
  [...new Map(found.map((place) => [place.label, place])).values()].slice(0, mostSuggested)
