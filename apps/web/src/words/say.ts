import { sayFrom, speechOf, type Say, type Speech } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { en } from './en'

const speeches = new Map<string, Speech>()

export function siteSpeech(locale: string): Speech {
  const speech = speeches.get(locale) ?? speechOf(locale, { en: { site: en } })
  speeches.set(locale, speech)
  return speech
}

export const sayIn: (speech: Speech) => Say<typeof en> = sayFrom<typeof en>('site')

export const useSay = () => sayIn(useSpeech())
