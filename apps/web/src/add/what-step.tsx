import { useState } from 'react'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { category as categoryMessages } from '@buy-locals/features/messages/en-category'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import type { Draft } from './draft'

type WhatStepProps = { draft: Draft; onNext: (more: Draft) => void }

export function WhatStep({ draft, onNext }: WhatStepProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const [isMissing, setMissing] = useState(false)
  const kinds = (Object.keys(categoryMessages) as Category[])
    .map((value) => ({ value, label: tFeatures(`category.${value}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))

  function submit({ get }: FormValues) {
    const [name, description] = [get('name').trim(), get('description').trim()]
    setMissing(!name)
    if (name) onNext({ name, category: get('category') as Category, ...(description && { description }) })
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('add.name')}
        name="name"
        maxLength={80}
        defaultValue={draft.name}
        error={isMissing ? t('add.required') : undefined}
      />
      <SelectField
        label={t('add.kind')}
        hint={t('add.kindHint')}
        name="category"
        options={kinds}
        defaultValue={draft.category ?? 'hair'}
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
