import type { Place, PlaceSuggestion } from '@buy-locals/contracts/business/shapes'

/** Towns, postcodes and addresses. Whoever stores a place stores what a person has confirmed of it. */
export type Places = {
  /** Each question costs money: how many anybody may ask is limited. */
  isMetered: boolean
  /** Where a text that was written to its end may be, the likeliest first. */
  find(text: string): Promise<Place[]>
  /** What somebody who is still typing may mean. `session` is the same until one of them is read. */
  suggest(text: string, session: string): Promise<PlaceSuggestion[]>
  /** The place of a suggestion; this ends the session. */
  read(id: string, session: string): Promise<Place | undefined>
}
