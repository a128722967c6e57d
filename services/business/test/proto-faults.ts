/** A message of the SDK, made from Google's own definitions. */
type Message = {
  verify(value: Record<string, unknown>): string | null
  fromObject(value: Record<string, unknown>): unknown
  toObject(message: never, options: Record<string, unknown>): Record<string, unknown>
}

/** What is wrong with a value, by its path: of another type, or in no definition. */
export function findFaults(message: Message, value: Record<string, unknown>): string[] {
  const wrong = message.verify(value)
  if (wrong) return [wrong]
  const read = message.toObject(message.fromObject(value) as never, { enums: String, json: true })
  return findLost(value, read, '')
}

/** What was written and has not come back. */
function findLost(written: unknown, read: unknown, path: string): string[] {
  if (typeof written !== 'object' || written === null) return []
  return Object.entries(written).flatMap(([key, value]) => {
    const back = (read as Record<string, unknown> | undefined)?.[key]
    return back === undefined ? [`${path}.${key} is in no definition`] : findLost(value, back, `${path}.${key}`)
  })
}
