type Write = (text: string) => string

/** Writes every text in another way, also those that are made of values. */
export function mapTexts<T>(texts: T, write: Write, prepare: (value: unknown) => unknown = (value) => value): T {
  const map = (of: unknown): unknown => {
    if (typeof of === 'string') return write(of)
    if (typeof of === 'function') return (...values: unknown[]) => map(of(...values.map(prepare)))
    if (Array.isArray(of)) return of.map(map)
    if (typeof of !== 'object' || of === null) return of
    return Object.fromEntries(Object.entries(of).map(([key, text]) => [key, map(text)]))
  }
  return map(texts) as T
}
