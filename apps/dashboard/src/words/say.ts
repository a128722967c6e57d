import { useMemo } from 'react'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { sayFrom, type Say as SayOf } from '@buy-locals/features/speech/speech'
import type { en } from './en'

type Catalogue = typeof en
export type Say = SayOf<Catalogue>

const says = sayFrom<Catalogue>('dashboard')

export function useSay(): Say {
  const speech = useSpeech()
  return useMemo(() => says(speech), [speech])
}
