import { toNestErrors } from '@hookform/resolvers'
import {
  useForm,
  type DefaultValues,
  type FieldError,
  type FieldPath,
  type FieldValues,
  type Resolver,
} from 'react-hook-form'
import type { z } from 'zod'
import { fieldOf, toTyped } from '@buy-locals/features/messages/error-text'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { useT, type Translate } from '../messages/use-t'

/** A form that is checked against the contract before it is sent. What the server finds wrong with a field is shown there too. */
export function useContractForm<Input extends FieldValues, Output>(
  schema: z.ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
) {
  const t = useT()
  const fieldErrors = useFieldErrors()
  const form = useForm<Input, unknown, Output>({ resolver: contractResolver(schema, t), defaultValues })

  /** True where each error is shown at a field. One that has no field here is left to the notice. */
  function showFieldErrors(error: unknown): boolean {
    const wrong = Object.entries(fieldErrors(error)) as [FieldPath<Input>, string][]
    wrong.forEach(([name, message], at) => form.setError(name, { message }, { shouldFocus: at === 0 }))
    const unshown = wrong.filter(([name]) => !form.getFieldState(name).error?.ref)
    unshown.forEach(([name]) => form.clearErrors(name))
    return wrong.length > 0 && unshown.length === 0
  }
  return { ...form, showFieldErrors }
}

/** Whether the form marks each of these, among the fields that it shows errors of. */
export const areMarked = (errors: Record<string, string>, fields: readonly string[]): boolean =>
  Object.keys(errors).length > 0 && Object.keys(errors).every((name) => fields.includes(name))

const contractResolver =
  <Input extends FieldValues, Output>(
    schema: z.ZodType<Output, Input>,
    t: Translate,
  ): Resolver<Input, unknown, Output> =>
  (values, _context, options) => {
    const parsed = schema.safeParse(values)
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors: Record<string, FieldError> = {}
    for (const issue of parsed.error.issues) {
      errors[fieldOf(issue.path.join('.'))] ??= { type: issue.code, message: issueText(issue, t) }
    }
    return { values: {}, errors: toNestErrors(errors, options) }
  }

const byField = {
  phone: 'field.phone',
  slug: 'field.slug',
  website: 'field.website',
  email: 'field.email',
  opens: 'field.time',
  closes: 'field.time',
  date: 'field.date',
} as const

const whereEmpty = {
  location: 'field.noPlace',
  name: 'field.noName',
  email: 'field.noEmail',
  city: 'field.noCity',
  slug: 'field.noSlug',
  timeZone: 'field.noZone',
  price: 'field.amount',
  capacity: 'field.noSpots',
  maxHorizonDays: 'field.noHorizon',
  depositBasisPoints: 'field.noDeposit',
  freeUntilHours: 'field.noFreeUntil',
  lateRefundShare: 'field.noLateRefund',
  noShowRefundShare: 'field.noNoShowRefund',
  feeBasisPoints: 'field.noFee',
  complaintHours: 'field.noComplaintHours',
} as const

const find = <T extends object>(texts: T, field: PropertyKey | undefined): T[keyof T] | undefined =>
  Object.hasOwn(texts, field ?? '') ? texts[field as keyof T] : undefined

/** What is wrong with a field and how it would be right. */
export function issueText(issue: z.core.$ZodIssue, t: Translate): string {
  const field = issue.path.at(-1)
  if (field === 'amount') return t('field.amount')
  const isNumber = 'expected' in issue && ['number', 'nonoptional'].includes(issue.expected)
  const emptyText = t(find(whereEmpty, field) ?? (isNumber ? 'field.noNumber' : 'field.missing'))
  const isMissing = issue.code === 'invalid_type' || ('input' in issue && issue.input === undefined)
  if (isMissing) return emptyText
  if (issue.code === 'too_small') {
    if (issue.origin === 'array') return t('field.chooseOne')
    if (issue.origin !== 'string') return t('field.atLeast', { min: toTyped(Number(issue.minimum), String(field)) })
    return Number(issue.minimum) > 1 ? t('field.longer', { min: Number(issue.minimum) }) : emptyText
  }
  if (issue.code === 'too_big') {
    const max = toTyped(Number(issue.maximum), String(field))
    return t(issue.origin === 'string' ? 'field.shorter' : 'field.atMost', { max })
  }
  return t(find(byField, field) ?? find(whereEmpty, field) ?? 'field.wrong')
}
