/** Statements that may take longer, each with its reason. */
const exceptions: { part: RegExp; reason: string }[] = [
  {
    part: /^update "notifications" set "read_at"/,
    reason: 'Marks everything that a person has not read: once, row by row, and the next time there is nothing left.',
  },
]

export const reasonFor = (text: string): string | undefined => exceptions.find(({ part }) => part.test(text))?.reason
