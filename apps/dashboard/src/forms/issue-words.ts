import type { z } from 'zod'
import type { Say } from '../words/say'

type Issue = z.core.$ZodIssue

const byField = {
  phone: 'forms.phone',
  slug: 'forms.slug',
  website: 'forms.website',
  email: 'forms.email',
  opens: 'forms.time',
  closes: 'forms.time',
  date: 'forms.date',
} as const

/** What is wrong with one line of a form and how it would be right. */
export function issueWords(issue: Issue, say: Say): string {
  const field = issue.path.at(-1)
  const missing = issue.code === 'invalid_type' || ('input' in issue && issue.input === undefined)
  if (missing) return say('forms.missing')
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return say('forms.chooseOne')
    if (issue.origin !== 'string') return say('forms.atLeast', { min: Number(issue.minimum) })
    return Number(issue.minimum) > 1 ? say('forms.longer', { min: Number(issue.minimum) }) : say('forms.missing')
  }
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    return say(issue.origin === 'string' ? 'forms.shorter' : 'forms.atMost', { max })
  }
  const known = typeof field === 'string' && field in byField ? byField[field as keyof typeof byField] : undefined
  return say(known ?? 'forms.wrong')
}
