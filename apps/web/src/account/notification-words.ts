import type { KeyOf, Speech } from '@buy-locals/features/speech/speech'
import { whenOf } from '@buy-locals/features/time/when'
import type { account } from '../words/en-account'
import { sayIn } from '../words/say'

type Told = { kind: string; about: Record<string, string | number> }
type Kind = KeyOf<(typeof account)['kinds']>

/** What happened, in the reader's words. A kind that is newer than this page is still told. */
export function notificationWords(speech: Speech, { kind, about }: Told): string {
  const known = speech.translator.exists(`site:account.kinds.${kind}`) ? (kind as Kind) : 'other'
  const { start, timeZone } = about
  const when = typeof start === 'string' && typeof timeZone === 'string' ? whenOf(speech, start, timeZone) : ''
  return sayIn(speech)(`account.kinds.${known}`, { ...about, when })
}
