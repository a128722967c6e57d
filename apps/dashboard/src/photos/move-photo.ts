/** The same in another order: what was at `from` is at `to`, which are places in the list. */
export function move<T>(items: readonly T[], from: number, to: number): T[] {
  const moved = items.toSpliced(from, 1)
  return moved.toSpliced(to, 0, ...items.slice(from, from + 1))
}
