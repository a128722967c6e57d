import { z } from 'zod'
import { cleanText, visible } from './plain-text.ts'

/** Every text that people write has this shape. `pattern` says which control characters it may have. */
export const writtenText = (max: number, pattern: RegExp, detail: string) =>
  z.string().overwrite(cleanText).min(1).max(max).regex(pattern, detail).regex(visible, 'text that can be seen')

/** A text that people wrote elsewhere, as an answer shows it. */
export const shownText = z.string().overwrite(cleanText)
