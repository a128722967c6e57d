import { useMemo } from 'react'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { says } from '@buy-locals/features/speech/speech'
import { dayOf, dayOfYear, lengthOf, noonOf, timeOf, whenOf } from '@buy-locals/features/time/when'

/** Times as the reader writes them, on the clock of the business. */
export function useTimes(timeZone: string) {
  const speech = useSpeech()
  return useMemo(() => {
    const time = (at: string) => timeOf(speech, at, timeZone)
    return {
      time,
      span: (from: string, to: string) => says(speech)('time.range', { from: time(from), to: time(to) }),
      moment: (at: string) => whenOf(speech, at, timeZone),
      /** Of a local date: "Tuesday 24 November". */
      day: (date: string) => dayOf(speech, noonOf(date), 'UTC', 'long'),
      shortDay: (date: string) => dayOfYear(speech, noonOf(date), 'UTC'),
      length: (minutes: number) => lengthOf(speech, minutes),
    }
  }, [speech, timeZone])
}
