import { says, type Speech } from '@buy-locals/features/speech/speech'
import { sayIn } from '../words/say'
import type { Found } from './load'

/** "Hair in Boise": what the list is of. */
export function titleOf(speech: Speech, { search, place }: Pick<Found, 'search' | 'place'>): string {
  const say = sayIn(speech)
  const here = place ?? say('home.here')
  if (search.q) return say('home.titleQuery', { q: search.q, place: here })
  if (search.category) {
    return say('home.titleKind', { kind: says(speech)(`category.${search.category}`), place: here })
  }
  return say('home.title', { place: here })
}
