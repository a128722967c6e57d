import { useNavigate, useSearchParams } from 'react-router'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { whenOf } from '@buy-locals/features/time/when'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useSay } from '../words/say'
import type { Offered } from './load'
import type { Alternative } from './use-book'

/** Somebody was faster: the nearest free times, one press away. What was typed stays. */
export function Taken({ offered, alternatives }: { offered: Offered; alternatives: readonly Alternative[] }) {
  const say = useSay()
  const speech = useSpeech()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  function take(start: string) {
    const next = new URLSearchParams(params)
    next.set('at', start)
    void navigate(`?${next.toString()}`, { replace: true, preventScrollReset: true })
  }
  const buttons = alternatives
    .slice(0, 4)
    .map(({ start }) => (
      <Button
        key={start}
        tone="secondary"
        label={whenOf(speech, start, offered.business.timeZone)}
        name={say('book.alternative', { when: whenOf(speech, start, offered.business.timeZone, 'long') })}
        onPress={() => take(start)}
      />
    ))
  return (
    <Notice
      tone="bad"
      title={say('book.takenTitle')}
      words={say(buttons.length ? 'book.takenWords' : 'book.takenNone')}
      action={<Buttons>{buttons}</Buttons>}
    />
  )
}
