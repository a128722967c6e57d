import { useMemo } from 'react'
import { type Control, useController, useWatch } from 'react-hook-form'
import { useI18n } from '@buy-locals/features/i18n'
import { categoryOptions } from '@buy-locals/features/place/category-options'
import type { Place } from '@buy-locals/contracts/business/shapes'
import { SelectField } from '@buy-locals/ui/select-field'
import { countryChoices } from '@buy-locals/values/countries'
import { toSecond } from '@buy-locals/values/time'
import { timeZoneChoices } from '@buy-locals/values/time-zones'
import { now } from '../clock'
import { BoundChecks, BoundPhone, BoundText, BoundSelect, BoundWebsite } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ProfileForm } from './profile-form'
import { PinField } from './pin-field'
import { PlaceField } from './place-field'

type FieldsProps = { control: Control<ProfileForm> }

export function DescriptionFields({ control }: FieldsProps) {
  const t = useT()
  const i18n = useI18n()
  return (
    <Section title={t('profile.about')}>
      <BoundText control={control} name="name" label={t('profile.name')} maxLength={80} />
      <BoundText
        control={control}
        name="description"
        label={t('profile.description')}
        hint={t('profile.descriptionHint')}
        rows={4}
        optional
        maxLength={2000}
      />
      <BoundChecks
        control={control}
        name="categories"
        label={t('profile.categories')}
        hint={t('profile.categoriesHint')}
        options={categoryOptions(i18n)}
      />
    </Section>
  )
}

export function AddressFields({ control }: FieldsProps) {
  const t = useT()
  const i18n = useI18n()
  const countries = useMemo(() => countryChoices(i18n).map(({ code, name }) => ({ value: code, label: name })), [i18n])
  return (
    <Pair>
      <BoundText control={control} name="address.street" label={t('profile.street')} optional maxLength={120} />
      <BoundText control={control} name="address.city" label={t('profile.city')} maxLength={80} />
      <BoundText control={control} name="address.region" label={t('profile.region')} optional maxLength={80} />
      <BoundText control={control} name="address.postcode" label={t('profile.postcode')} optional maxLength={16} />
      <BoundSelect control={control} name="address.country" label={t('profile.country')} options={countries} />
    </Pair>
  )
}

export function LocationFields({ control, onFind }: FieldsProps & { onFind: (place: Place) => void }) {
  const { fieldState } = useController({ control, name: 'location' })
  return (
    <>
      <PlaceField onFind={onFind} error={fieldState.error?.message} />
      <PinField control={control} />
    </>
  )
}

export function ContactFields({ control }: FieldsProps) {
  const t = useT()
  const { field } = useController({ control, name: 'priceLevel' })
  const country = useWatch({ control, name: 'address.country' })
  const levels = ['1', '2', '3', '4'] as const
  return (
    <Section title={t('profile.reach')}>
      <Pair>
        <BoundPhone control={control} name="phone" label={t('profile.phone')} country={country} optional />
        <BoundWebsite control={control} name="website" label={t('profile.website')} optional />
        <SelectField
          label={t('profile.price')}
          value={String(field.value ?? '')}
          onChange={(level) => field.onChange(level ? Number(level) : undefined)}
          options={[
            { value: '', label: t('profile.priceNone') },
            ...levels.map((level) => ({ value: level, label: t(`profile.price${level}`) })),
          ]}
        />
      </Pair>
    </Section>
  )
}

export function SiteFields({ control }: FieldsProps) {
  const t = useT()
  const i18n = useI18n()
  const current = useWatch({ control, name: 'timeZone' })
  const zones = useMemo(
    () => timeZoneChoices(i18n, toSecond(now()), current).map(({ zone, name }) => ({ value: zone, label: name })),
    [i18n, current],
  )
  return (
    <Section title={t('profile.settings')}>
      <Pair>
        <BoundText
          control={control}
          name="slug"
          label={t('profile.address')}
          hint={t('profile.addressHint')}
          maxLength={60}
        />
        <BoundSelect
          control={control}
          name="timeZone"
          label={t('profile.zone')}
          hint={t('profile.zoneHint')}
          options={zones}
        />
      </Pair>
    </Section>
  )
}
