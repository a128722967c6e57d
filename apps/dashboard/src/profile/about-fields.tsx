import type { Control } from 'react-hook-form'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { says } from '@buy-locals/features/speech/speech'
import { categories } from '@buy-locals/contracts/business/shapes'
import { BoundChecks, BoundText } from '../forms/bound'
import { Pair, Section } from '../forms/section'
import { useSay } from '../words/say'
import type { Written } from './written'

type FieldsProps = { control: Control<Written> }

export function AboutFields({ control }: FieldsProps) {
  const say = useSay()
  const common = says(useSpeech())
  const options = categories
    .map((category) => ({ value: category, label: common(`category.${category}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <Section title={say('profile.about')}>
      <BoundText control={control} name="name" label={say('profile.name')} maxLength={80} />
      <BoundText
        control={control}
        name="description"
        label={say('profile.description')}
        hint={say('profile.descriptionHint')}
        rows={4}
        optional
        maxLength={2000}
      />
      <BoundChecks
        control={control}
        name="categories"
        label={say('profile.categories')}
        hint={say('profile.categoriesHint')}
        options={options}
      />
    </Section>
  )
}

export function AddressFields({ control }: FieldsProps) {
  const say = useSay()
  return (
    <Pair>
      <BoundText control={control} name="address.street" label={say('profile.street')} optional maxLength={120} />
      <BoundText control={control} name="address.city" label={say('profile.city')} maxLength={80} />
      <BoundText control={control} name="address.region" label={say('profile.region')} optional maxLength={80} />
      <BoundText control={control} name="address.postcode" label={say('profile.postcode')} optional maxLength={16} />
      <BoundText control={control} name="address.country" label={say('profile.country')} maxLength={2} />
    </Pair>
  )
}
