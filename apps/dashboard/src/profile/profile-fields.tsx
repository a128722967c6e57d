import { type Control, useController, useWatch } from 'react-hook-form'
import { useI18n } from '@buy-locals/features/i18n'
import { categoryOptions } from '@buy-locals/features/place/category-options'
import { SelectField } from '@buy-locals/ui/select-field'
import { BoundChecks, BoundPhone, BoundText, BoundNumber, BoundSelect, BoundWebsite } from '../forms/bound'
import { Pair, Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import type { ProfileForm } from './profile-form'
import { PlaceField, type FoundPlace } from './place-field'

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
  return (
    <Pair>
      <BoundText control={control} name="address.street" label={t('profile.street')} optional maxLength={120} />
      <BoundText control={control} name="address.city" label={t('profile.city')} maxLength={80} />
      <BoundText control={control} name="address.region" label={t('profile.region')} optional maxLength={80} />
      <BoundText control={control} name="address.postcode" label={t('profile.postcode')} optional maxLength={16} />
      <BoundText control={control} name="address.country" label={t('profile.country')} maxLength={2} />
    </Pair>
  )
}

export function LocationFields({ control, onFind }: FieldsProps & { onFind: (place: FoundPlace) => void }) {
  const t = useT()
  return (
    <>
      <PlaceField onFind={onFind} />
      <Pair>
        <BoundNumber control={control} name="location.lat" label={t('profile.lat')} min={-90} max={90} decimals={6} />
        <BoundNumber control={control} name="location.lon" label={t('profile.lon')} min={-180} max={180} decimals={6} />
      </Pair>
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
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
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
