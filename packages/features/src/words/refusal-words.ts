import { Refusal } from '@buy-locals/api-client/refusal'
import { says, type KeyOf, type Speech } from '../speech/speech'
import type { en } from './en'

type Key = KeyOf<typeof en>

/** What went wrong and what to do about it, in the reader's words. `fetch` throws a TypeError where nothing answered. */
export function wordsOf(speech: Speech, error: unknown): string {
  const say = says(speech)
  if (error instanceof TypeError) return say('refusal.offline')
  if (!(error instanceof Refusal)) return say('refusal.unknown')
  const rule = error.members['rule']
  const keys = [typeof rule === 'string' ? `refusal.byRule.${rule}` : '', `refusal.byCode.${error.code}`]
  const known = keys.find((key) => key && speech.translator.exists(`business:${key}`))
  return say((known ?? 'refusal.unknown') as Key)
}

/** What the contract says against each line of a form, by the name of the field: `/guest/email` is `guest.email`. */
export function fieldErrors(error: unknown): Record<string, string> {
  const errors = error instanceof Refusal ? error.members['errors'] : undefined
  if (!Array.isArray(errors)) return {}
  return Object.fromEntries(
    (errors as { pointer?: string; detail?: string }[]).map(({ pointer = '', detail = '' }) => [
      pointer.replace(/^#?\/?(body\/)?/, '').replaceAll('/', '.'),
      detail,
    ]),
  )
}
