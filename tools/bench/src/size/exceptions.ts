/** Statements that may take longer, each with its reason. */
const exceptions: { part: RegExp; reason: string }[] = []

export const reasonFor = (text: string): string | undefined => exceptions.find(({ part }) => part.test(text))?.reason
