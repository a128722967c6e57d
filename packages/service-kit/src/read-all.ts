type Page<T, P> = { items: readonly T[]; next: P | undefined }

const pageSize = 200

/** A whole list up to so many, read page by page: in between others are answered, which a list of ten thousand at once would keep waiting. */
export async function readAll<T, P>(
  readPage: (after: P | undefined, limit: number) => Promise<Page<T, P>>,
  most: number,
): Promise<T[]> {
  const all: T[] = []
  let after: P | undefined
  for (let left = most; left > 0; left -= pageSize) {
    const { items, next } = await readPage(after, Math.min(pageSize, left))
    all.push(...items)
    if (next === undefined) break
    after = next
  }
  return all
}

/** Of a list that is sorted by ids: where the next page begins, if this one is full. */
export const lastId = <I extends string>(found: readonly { id: I }[], limit: number): I | undefined =>
  found.length < limit ? undefined : found.at(-1)?.id
