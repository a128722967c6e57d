import { Refusal } from '@buy-locals/api-client/refusal'
import type { Fault, FaultCode, FaultValue } from '@buy-locals/contracts/fault'
import { format } from '@buy-locals/values/amount'
import { translatorForFeatures, type MessageKey, type I18n } from '../i18n'
import type { en } from './en'

type Key = MessageKey<typeof en>

/** What went wrong and what to do about it. `fetch` throws a TypeError where no response came. What no field of the form shows, of those that are `marked` there, is told here. */
export function errorText(i18n: I18n, error: unknown, marked: readonly string[] = []): string {
  const t = translatorForFeatures(i18n)
  if (error instanceof TypeError) return t('refusal.offline')
  if (!(error instanceof Refusal)) return t('refusal.unknown')
  const unmarked = Object.entries(fieldErrors(i18n, error)).filter(([name]) => !marked.includes(name))
  // Of a link that was cut: no form has a field for it.
  if (unmarked.some(([name]) => name === 'token')) return t('refusal.byCode.auth/link-invalid')
  if (unmarked.length > 0) return t('refusal.unmarked', { details: joinTexts(unmarked) })
  const rule = error.members['rule']
  const keys = [typeof rule === 'string' ? `refusal.byRule.${rule}` : '', `refusal.byCode.${error.code}`]
  const key = keys.find((each) => each && i18n.translator.exists(`features:${each}`))
  return t((key ?? 'refusal.unknown') as Key)
}

/** One after the other: each ends as a sentence does. */
const joinTexts = (errors: [name: string, text: string][]) =>
  [...new Set(errors.map(([, text]) => (text.endsWith('.') ? text : `${text}.`)))].join(' ')

/** An amount of money has one field, and so has a list: `price.amount` is `price`, `staffIds.0` is `staffIds`. */
export const fieldOf = (path: string): string => path.replace(/\.(amount|currency|\d+)$/, '')

/** Everything that is wrong with an invalid request. */
export function faultsOf(error: unknown): Partial<Fault>[] {
  const errors = error instanceof Refusal ? error.members['errors'] : undefined
  return Array.isArray(errors) ? errors : []
}

/** What is wrong first with each field of an invalid request, by the name of the field: `/guest/email` is `guest.email`. */
export function fieldErrors(i18n: I18n, error: unknown): Record<string, string> {
  const found: Record<string, string> = {}
  for (const { pointer = '', ...fault } of faultsOf(error)) {
    const field = fieldOf(pointer.replace(/^#?\/?(body\/)?/, '').replaceAll('/', '.'))
    found[field] ??= faultText(i18n, field, fault)
  }
  return found
}

/** A server may be newer than the app and find what the app has no words for. */
function faultText(i18n: I18n, field: string, fault: object): string {
  const { code, ...values } = fault as { code?: string } & Record<string, FaultValue>
  const isWorded = code !== undefined && i18n.translator.exists(`features:fault.${code}`)
  const written = Object.entries(values).map(([name, value]) => [name, write(i18n, field, value)] as const)
  return translatorForFeatures(i18n)(
    `fault.${isWorded ? (code as FaultCode) : 'unusable'}`,
    Object.fromEntries(written),
  )
}

function write({ locale }: I18n, field: string, value: FaultValue): string | number {
  if (typeof value === 'object') return format(value, locale)
  return typeof value === 'number' ? toTyped(value, field) : value
}

/** A share is stored in basis points, and typed and shown as a percentage. */
export const toTyped = (bound: number, field: string): number => bound / (/(BasisPoints|Share)$/.test(field) ? 100 : 1)
