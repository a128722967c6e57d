import { useState, type FormEvent } from 'react'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { category as words } from '@buy-locals/features/words/en-category'
import { says } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { Button } from '@buy-locals/ui/button'
import { SelectField } from '@buy-locals/ui/select-field'
import { TextField } from '@buy-locals/ui/text-field'
import { useSay } from '../words/say'
import type { Draft } from './draft'

type WhatStepProps = { draft: Draft; onNext: (more: Draft) => void }

export function WhatStep({ draft, onNext }: WhatStepProps) {
  const say = useSay()
  const business = says(useSpeech())
  const [isMissing, setMissing] = useState(false)
  const kinds = (Object.keys(words) as Category[])
    .map((value) => ({ value, label: business(`category.${value}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => (form.get(name) as string).trim()
    const [name, description] = [text('name'), text('description')]
    setMissing(!name)
    if (name) onNext({ name, category: form.get('category') as Category, ...(description && { description }) })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField
        label={say('add.name')}
        name="name"
        maxLength={80}
        defaultValue={draft.name}
        error={isMissing ? say('add.required') : undefined}
      />
      <SelectField
        label={say('add.kind')}
        hint={say('add.kindHint')}
        name="category"
        options={kinds}
        defaultValue={draft.category ?? 'hair'}
      />
      <TextField
        label={say('add.about')}
        hint={say('add.aboutHint')}
        name="description"
        rows={4}
        optional
        maxLength={2000}
        defaultValue={draft.description}
      />
      <Button submit wide large label={say('add.next')} iconAfter="arrow-right" />
    </form>
  )
}
