import type { Control } from 'react-hook-form'
import { BoundChoice, BoundNumber, BoundPercent } from '../forms/bound'
import { Pair, Section } from '../forms/section'
import { useSay } from '../words/say'
import type { Terms } from './service-form'

export function PayingFields({ control, isOnline }: { control: Control<Terms>; isOnline: boolean }) {
  const say = useSay()
  return (
    <Section title={say('services.paying')}>
      <BoundChoice
        control={control}
        name="payment"
        label={say('services.payment')}
        options={[
          { value: 'at-venue', label: say('services.atVenue'), detail: say('services.atVenueDetail') },
          { value: 'online', label: say('services.online'), detail: say('services.onlineDetail') },
        ]}
      />
      {isOnline && (
        <BoundPercent
          control={control}
          name="depositBasisPoints"
          label={say('services.deposit')}
          hint={say('services.depositHint')}
        />
      )}
    </Section>
  )
}

export function PolicyFields({ control }: { control: Control<Terms> }) {
  const say = useSay()
  return (
    <Section title={say('services.policy')} intro={say('services.policyIntro')}>
      <Pair>
        <BoundNumber
          control={control}
          name="policy.freeUntilHours"
          label={say('services.freeUntil')}
          unit={say('forms.hours')}
          min={0}
          max={720}
        />
        <BoundPercent control={control} name="policy.lateRefundShare" label={say('services.late')} />
        <BoundPercent control={control} name="policy.noShowRefundShare" label={say('services.noShow')} />
      </Pair>
    </Section>
  )
}
