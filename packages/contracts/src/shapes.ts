import { z } from 'zod'
import { cleanText, oneLine } from './plain-text.ts'
import { writtenText } from './written-text.ts'

/** A line that people write. */
export const line = (max: number) => writtenText(max, oneLine, 'one line of text')

/** Text that people write, with line breaks. */
export const text = (max: number) => writtenText(max, /^[\P{Cc}\t\n\r]*$/u, 'text without control characters')

/** What somebody looks for: nobody else reads it, so nothing is refused but control characters. Without anything visible it is as if none was sent. */
export const searchText = (max: number) =>
  z
    .string()
    .overwrite(cleanText)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u, 'one line of text')

export const email = z.email().max(254).toLowerCase()
/** E.164. */
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'a phone number as +12085550100')
export const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'small letters, digits and hyphens')

export const location = z
  .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
  .meta({ id: 'Location' })

export const version = z.int().min(0)
export const limit = z.coerce.number().int().min(1).max(100).default(20)
export const cursor = z
  .string()
  .min(1)
  .max(400)
  .regex(/^[!-~]+$/, 'the nextCursor of a page')
/** BCP 47, as browsers send it. */
export const localeTag = z
  .string()
  .min(2)
  .max(35)
  .regex(/^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/, 'a language tag as en-US')
export const queryFlag = z.stringbool().default(false)

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), nextCursor: cursor.optional() })
