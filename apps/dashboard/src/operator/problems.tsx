import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { readBooking } from '@buy-locals/contracts/booking/operations'
import { id } from '@buy-locals/values/ids'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useAnswer } from '../ask/queries'
import { Section } from '../forms/section'
import { Answered } from '../shell/answered'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'
import { ProblemCard } from './problem-card'

/** A booking whose money waits for a decision. */
export function Problems() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const asked = id('booking').safeParse(search.get('booking'))
  const [text, setText] = useState(search.get('booking') ?? '')
  const booking = useAnswer(readBooking, { params: { bookingId: asked.data ?? 'bkg_' } }, { when: asked.success })
  return (
    <Screen title={say('operator.problemsTitle')} intro={say('operator.problemsIntro')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          setSearch({ booking: text.trim() })
        }}
      >
        <Section title={say('operator.find')}>
          <Stack gap="md">
            <TextField
              label={say('operator.bookingId')}
              hint={say('operator.bookingIdHint')}
              error={search.has('booking') && !asked.success ? say('forms.wrong') : undefined}
              value={text}
              onChange={setText}
            />
            <Button submit icon="search" label={say('operator.find')} />
          </Stack>
        </Section>
      </form>
      {asked.success && <Answered of={booking}>{(known) => <ProblemCard booking={known} />}</Answered>}
    </Screen>
  )
}
