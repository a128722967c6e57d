/** Bad input is refused with the path of the field, so that a caller can point at it. */
export function refuse(field: string, value: unknown, wanted: string): never {
  throw new RangeError(`${field}: ${JSON.stringify(value) ?? String(value)} is not ${wanted}`)
}
