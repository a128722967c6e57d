import type { z } from 'zod'
import type { Translate } from '../messages/use-t'

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
export function issueText(issue: Issue, t: Translate): string {
  const field = issue.path.at(-1)
  const missing = issue.code === 'invalid_type' || ('input' in issue && issue.input === undefined)
  if (missing) return t('forms.missing')
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return t('forms.chooseOne')
    if (issue.origin !== 'string') return t('forms.atLeast', { min: Number(issue.minimum) })
    return Number(issue.minimum) > 1 ? t('forms.longer', { min: Number(issue.minimum) }) : t('forms.missing')
  }
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum)
    return t(issue.origin === 'string' ? 'forms.shorter' : 'forms.atMost', { max })
  }
  const known = typeof field === 'string' && field in byField ? byField[field as keyof typeof byField] : undefined
  return t(known ?? 'forms.wrong')
}
