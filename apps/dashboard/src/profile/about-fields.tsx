import type { Control } from 'react-hook-form'
import { useI18n, translatorForFeatures } from '@buy-locals/features/i18n'
import { categories } from '@buy-locals/contracts/business/shapes'
import { BoundChecks, BoundText } from '../forms/bound'
import { Pair, Section } from '../forms/section'
import { useT } from '../messages/use-t'
import type { Written } from './written'

type FieldsProps = { control: Control<Written> }

export function AboutFields({ control }: FieldsProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const options = categories
    .map((category) => ({ value: category, label: tFeatures(`category.${category}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
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
        options={options}
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
