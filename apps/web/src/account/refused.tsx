import { useSpeech } from '@buy-locals/features/speech-provider'
import { wordsOf } from '@buy-locals/features/words/refusal-words'
import { Notice } from '@buy-locals/ui/notice'

export function Refused({ error }: { error: unknown }) {
  const speech = useSpeech()
  return error ? <Notice tone="bad" title={wordsOf(speech, error)} /> : null
}
