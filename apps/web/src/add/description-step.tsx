import { useState } from 'react'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { categoryOptions } from '@buy-locals/features/place/category-options'
import { Button } from '@buy-locals/ui/button'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import type { Draft } from './draft'

type DescriptionStepProps = { draft: Draft; onNext: (changes: Draft) => void }

export function DescriptionStep({ draft, onNext }: DescriptionStepProps) {
  const t = useT()
  const i18n = useI18n()
  const [missing, setMissing] = useState({ name: false, category: false })

  function submit({ get }: FormValues) {
    const [name, description, category] = [get('name').trim(), get('description').trim(), get('category')]
    setMissing({ name: !name, category: !category })
    if (name && category) onNext({ name, category: category as Category, ...(description && { description }) })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('add.name')}
        name="name"
        maxLength={80}
        defaultValue={draft.name}
        error={missing.name ? t('form.noBusinessName') : undefined}
      />
      <SelectField
        label={t('add.kind')}
        hint={t('add.kindHint')}
        name="category"
        options={[{ value: '', label: t('add.kindNone') }, ...categoryOptions(i18n)]}
        defaultValue={draft.category ?? ''}
        error={missing.category ? t('add.noKind') : undefined}
      />
      <TextField
        label={t('add.about')}
        hint={t('add.aboutHint')}
        name="description"
        rows={4}
        optional
        maxLength={2000}
        defaultValue={draft.description}
      />
      <Button submit wide large label={t('add.next')} iconAfter="arrow-right" />
    </Form>
  )
}
