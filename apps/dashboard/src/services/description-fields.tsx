import type { Control } from 'react-hook-form'
import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Currency } from '@buy-locals/values/money'
import { Text } from '@buy-locals/ui/text'
import { BoundChecks, BoundMinutes, BoundMoney, BoundNumber, BoundText } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ServiceTerms } from './service-terms'

const every = (step: number, from: number, to: number) =>
  Array.from({ length: (to - from) / step + 1 }, (_, at) => from + at * step)
const durations = [...every(5, 5, 240), ...every(15, 255, 480)]

export function DescriptionFields({ control, currency }: { control: Control<ServiceTerms>; currency: Currency }) {
  const t = useT()
  return (
    <Section title={t('services.what')}>
      <BoundText
        control={control}
        name="name"
        label={t('services.name')}
        hint={t('services.nameHint')}
        maxLength={80}
      />
      <BoundText
        control={control}
        name="description"
        label={t('services.description')}
        rows={3}
        optional
        maxLength={1000}
      />
      <Pair>
        <BoundMinutes control={control} name="durationMinutes" label={t('services.duration')} choices={durations} />
        <BoundMoney control={control} name="price" label={t('services.price')} currency={currency} />
        <BoundNumber
          control={control}
          name="capacity"
          label={t('services.capacity')}
          hint={t('services.capacityHint')}
          min={1}
          max={500}
        />
      </Pair>
    </Section>
  )
}

type StaffFieldsProps = { control: Control<ServiceTerms>; staff: readonly Staff[]; resources: readonly Resource[] }

export function StaffFields({ control, staff, resources }: StaffFieldsProps) {
  const t = useT()
  const choices = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={t('services.needs')}>
      {staff.length === 0 ? (
        <Text tone="quiet">{t('services.noStaff')}</Text>
      ) : (
        <BoundChecks
          control={control}
          name="staffIds"
          label={t('services.staff')}
          hint={t('services.staffHint')}
          options={choices(staff)}
        />
      )}
      {resources.length > 0 && (
        <BoundChecks
          control={control}
          name="resourceIds"
          label={t('services.resources')}
          hint={t('services.resourcesHint')}
          options={choices(resources)}
        />
      )}
    </Section>
  )
}
