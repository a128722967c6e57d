import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import type { Translate } from '../messages/use-t'
import { issueText } from './issue-text'

/** Checks a form against what the contract takes, before it is sent, and says in our own text what is wrong. */
export const contractResolver =
  <Given extends FieldValues, Meant>(schema: z.ZodType<Meant, Given>, t: Translate): Resolver<Given, unknown, Meant> =>
  (values, _context, options) => {
    const read = schema.safeParse(values)
    if (read.success) return { values: read.data, errors: {} }
    const errors: Record<string, FieldError> = {}
    for (const issue of read.error.issues) {
      errors[issue.path.join('.')] ??= { type: issue.code, message: issueText(issue, t) }
    }
    return { values: {}, errors: toNestErrors(errors, options) }
  }
