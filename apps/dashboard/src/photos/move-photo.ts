/** The same in another order: what was at `from` is at `to`, which are places in the list. */
export function move<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = items.toSpliced(from, 1)
  return moved.toSpliced(to, 0, ...items.slice(from, from + 1))
}

export type DropSide = 'before' | 'after'

/** Where what is dragged comes to be, seen from the place that it is dropped on; nowhere from its own. */
export function dropSideOf(place: number, dragged: number | undefined): DropSide | undefined {
  if (dragged === undefined || dragged === place) return undefined
  return dragged > place ? 'before' : 'after'
}
