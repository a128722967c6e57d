import type { Control } from 'react-hook-form'
import { BoundMinutes, BoundNumber } from '../forms/bound'
import { Pair, Section } from '../forms/section'
import { useSay } from '../words/say'
import type { Terms } from './service-form'

const buffers = [0, 5, 10, 15, 30, 60]
const steps = [5, 10, 15, 20, 30, 60]
const day = 24 * 60
const notices = [0, 30, 60, 120, 240, day / 2, day, 2 * day, 7 * day]

export function RuleFields({ control }: { control: Control<Terms> }) {
  const say = useSay()
  return (
    <Section title={say('services.rules')}>
      <Pair>
        <BoundMinutes control={control} name="stepMinutes" label={say('services.step')} choices={steps} />
        <BoundMinutes
          control={control}
          name="minNoticeMinutes"
          label={say('services.notice')}
          choices={notices}
          none={say('services.noticeNone')}
        />
        <BoundNumber
          control={control}
          name="maxHorizonDays"
          label={say('services.horizon')}
          unit={say('services.horizonUnit')}
          min={1}
          max={730}
        />
        <BoundMinutes
          control={control}
          name="bufferBeforeMinutes"
          label={say('services.bufferBefore')}
          choices={buffers}
          none={say('services.bufferNone')}
        />
        <BoundMinutes
          control={control}
          name="bufferAfterMinutes"
          label={say('services.bufferAfter')}
          choices={buffers}
          none={say('services.bufferNone')}
        />
      </Pair>
    </Section>
  )
}
