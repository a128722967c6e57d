import type { Control } from 'react-hook-form'
import { BoundMinutes, BoundNumber } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ServiceTerms } from './service-terms'

const buffers = [0, 5, 10, 15, 20, 25, 30, 45, 60]
const steps = [5, 10, 15, 20, 30, 60]
const day = 24 * 60
const notices = [0, 30, 60, 120, 240, day / 2, day, 2 * day, 7 * day]

export function BookingRuleFields({ control }: { control: Control<ServiceTerms> }) {
  const t = useT()
  return (
    <Section title={t('services.rules')}>
      <Pair>
        <BoundMinutes control={control} name="stepMinutes" label={t('services.step')} choices={steps} />
        <BoundMinutes
          control={control}
          name="minNoticeMinutes"
          label={t('services.notice')}
          choices={notices}
          none={t('services.noticeNone')}
        />
        <BoundNumber
          control={control}
          name="maxHorizonDays"
          label={t('services.horizon')}
          unit={t('services.horizonUnit')}
          min={1}
          max={730}
        />
        <BoundMinutes
          control={control}
          name="bufferBeforeMinutes"
          label={t('services.bufferBefore')}
          choices={buffers}
          none={t('services.bufferNone')}
        />
        <BoundMinutes
          control={control}
          name="bufferAfterMinutes"
          label={t('services.bufferAfter')}
          choices={buffers}
          none={t('services.bufferNone')}
        />
      </Pair>
    </Section>
  )
}
