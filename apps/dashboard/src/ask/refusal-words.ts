import { useCallback } from 'react'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { wordsOf } from '@buy-locals/features/words/refusal-words'

export function useRefusalWords(): (error: unknown) => string {
  const speech = useSpeech()
  return useCallback((error: unknown) => wordsOf(speech, error), [speech])
}
