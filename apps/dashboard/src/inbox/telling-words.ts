import { useSpeech } from '@buy-locals/features/speech-provider'
import { whenOf } from '@buy-locals/features/time/when'
import type { notification } from '@buy-locals/contracts/notification/operations'
import type { z } from 'zod'
import { useSay } from '../words/say'
import { inbox } from '../words/en/inbox'

type Telling = z.output<typeof notification>
type Kind = keyof typeof inbox.kinds

/** Words what happened; a kind that is newer than this page is told without its particulars. */
export function useTellingWords() {
  const say = useSay()
  const speech = useSpeech()
  return ({ kind, about }: Telling): string => {
    if (!(kind in inbox.kinds)) return say('inbox.other')
    const { start, timeZone } = about
    const when = typeof start === 'string' && typeof timeZone === 'string' ? whenOf(speech, start, timeZone) : ''
    return say(`inbox.kinds.${kind as Kind}`, { ...about, when })
  }
}
