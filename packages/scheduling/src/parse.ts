/** The number written in `count` digits at `at`; NaN where one of them is no digit. Regular expressions would take most of the time that a month of slots may take. */
export function parseDigits(text: string, at: number, count: number): number {
  let number = 0
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}

/** Invalid input is refused with the path of the field, so that a caller can point at it. */
export function rejectField(field: string, value: unknown, expected: string): never {
  throw new RangeError(`${field}: ${JSON.stringify(value) ?? String(value)} is not ${expected}`)
}
