import type { Control } from 'react-hook-form'
import type { Resource, Staff } from '@buy-locals/contracts/booking/shapes'
import type { Currency } from '@buy-locals/values/money'
import { Text } from '@buy-locals/ui/text'
import { BoundChecks, BoundMinutes, BoundMoney, BoundNumber, BoundText } from '../forms/bound'
import { Pair, Section } from '../forms/section'
import { useSay } from '../words/say'
import type { Terms } from './service-form'

const durations = [15, 30, 45, 60, 75, 90, 120, 180, 240]

export function WhatFields({ control, currency }: { control: Control<Terms>; currency: Currency }) {
  const say = useSay()
  return (
    <Section title={say('services.what')}>
      <BoundText
        control={control}
        name="name"
        label={say('services.name')}
        hint={say('services.nameHint')}
        maxLength={80}
      />
      <BoundText
        control={control}
        name="description"
        label={say('services.description')}
        rows={3}
        optional
        maxLength={1000}
      />
      <Pair>
        <BoundMinutes control={control} name="durationMinutes" label={say('services.duration')} choices={durations} />
        <BoundMoney control={control} name="price" label={say('services.price')} currency={currency} />
        <BoundNumber
          control={control}
          name="capacity"
          label={say('services.capacity')}
          hint={say('services.capacityHint')}
          min={1}
          max={500}
        />
      </Pair>
    </Section>
  )
}

type NeedProps = { control: Control<Terms>; staff: readonly Staff[]; resources: readonly Resource[] }

export function NeedFields({ control, staff, resources }: NeedProps) {
  const say = useSay()
  const choices = (all: readonly { id: string; name: string }[]) =>
    all.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Section title={say('services.who')}>
      {staff.length === 0 ? (
        <Text tone="quiet">{say('services.noStaff')}</Text>
      ) : (
        <BoundChecks
          control={control}
          name="staffIds"
          label={say('services.staff')}
          hint={say('services.staffHint')}
          options={choices(staff)}
        />
      )}
      {resources.length > 0 && (
        <BoundChecks
          control={control}
          name="resourceIds"
          label={say('services.resources')}
          hint={say('services.resourcesHint')}
          options={choices(resources)}
        />
      )}
    </Section>
  )
}
