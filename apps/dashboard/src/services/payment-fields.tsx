import type { Control } from 'react-hook-form'
import type { Currency } from '@buy-locals/values/money'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { BoundChoice, BoundMoney, BoundNumber, BoundPercent } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ServiceTerms } from './service-terms'

type PaymentFieldsProps = {
  control: Control<ServiceTerms>
  currency: Currency
  isOnline: boolean
  /** The deposit is an amount, not a share of the price. */
  hasFixedDeposit: boolean
  onFixedDeposit: (isFixed: boolean) => void
}

export function PaymentFields(props: PaymentFieldsProps) {
  const { control, currency, isOnline, hasFixedDeposit, onFixedDeposit } = props
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
        <ChoiceField
          label={t('services.depositKind')}
          value={hasFixedDeposit ? 'amount' : 'percent'}
          onChange={(kind) => onFixedDeposit(kind === 'amount')}
          options={[
            { value: 'percent', label: t('services.depositPercent') },
            { value: 'amount', label: t('services.depositAmount') },
          ]}
        />
      )}
      {isOnline && !hasFixedDeposit && (
        <BoundPercent
          control={control}
          name="depositBasisPoints"
          label={t('services.deposit')}
          hint={t('services.depositHint')}
        />
      )}
      {isOnline && hasFixedDeposit && (
        <BoundMoney
          control={control}
          name="depositAmount"
          label={t('services.depositFixed')}
          hint={t('services.depositFixedHint')}
          currency={currency}
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
          unit={t('services.freeUntilUnit')}
          min={0}
          max={720}
        />
        <BoundPercent control={control} name="policy.lateRefundShare" label={t('services.late')} />
        <BoundPercent control={control} name="policy.noShowRefundShare" label={t('services.noShow')} />
      </Pair>
    </Section>
  )
}
