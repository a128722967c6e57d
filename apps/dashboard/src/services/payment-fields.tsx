import type { Control } from 'react-hook-form'
import { BoundChoice, BoundNumber, BoundPercent } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ServiceTerms } from './service-terms'

export function PaymentFields({ control, isOnline }: { control: Control<ServiceTerms>; isOnline: boolean }) {
  const t = useT()
  return (
    <Section title={t('services.paying')}>
      <BoundChoice
        control={control}
        name="payment"
        label={t('services.payment')}
        options={[
          { value: 'at-venue', label: t('services.atVenue'), detail: t('services.atVenueDetail') },
          { value: 'online', label: t('services.online'), detail: t('services.onlineDetail') },
        ]}
      />
      {isOnline && (
        <BoundPercent
          control={control}
          name="depositBasisPoints"
          label={t('services.deposit')}
          hint={t('services.depositHint')}
        />
      )}
    </Section>
  )
}

export function PolicyFields({ control }: { control: Control<ServiceTerms> }) {
  const t = useT()
  return (
    <Section title={t('services.policy')} intro={t('services.policyIntro')}>
      <Pair>
        <BoundNumber
          control={control}
          name="policy.freeUntilHours"
          label={t('services.freeUntil')}
          unit={t('forms.hours')}
          min={0}
          max={720}
        />
        <BoundPercent control={control} name="policy.lateRefundShare" label={t('services.late')} />
        <BoundPercent control={control} name="policy.noShowRefundShare" label={t('services.noShow')} />
      </Pair>
    </Section>
  )
}
