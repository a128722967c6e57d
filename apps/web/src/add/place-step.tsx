import { useState } from 'react'
import { useFetcher } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import type { loader } from '../home/place-suggestions'
import { useT } from '../messages/site-i18n'
import { useFieldChecks, type FieldErrors } from '../site/field-checks'
import { readPhone } from '../site/read-phone'
import { Form, type FormValues } from '../site/form'
import type { Draft } from './draft'

type PlaceStepProps = { draft: Draft; onBack: () => void; onNext: (changes: Draft) => void }

export function PlaceStep({ draft, onBack, onNext }: PlaceStepProps) {
  const t = useT()
  const check = useFieldChecks()
  const suggestions = useFetcher<typeof loader>()
  const [town, setTown] = useState(draft.place?.label ?? '')
  const [chosen, setChosen] = useState(draft.place?.label)
  const [errors, setErrors] = useState<FieldErrors>({})
  const places = suggestions.data?.items ?? (draft.place ? [draft.place] : [])
  const isUnknown = suggestions.state === 'idle' && suggestions.data && places.length === 0

  async function submit({ get }: FormValues) {
    const street = get('street').trim()
    const typed = get('phone')
    const place = places.find(({ label }) => label === chosen) ?? places[0]
    const phone = await readPhone(typed, place?.address.country ?? 'US')
    const found = { town: place ? undefined : t('add.pickPlace'), phone: check.phone(typed, phone) }
    setErrors(found)
    if (place && !found.phone) onNext({ place, ...(street && { street }), ...(phone && { phone }) })
  }
  return (
    <Form onSubmit={(values) => void submit(values)}>
      <TextField
        label={t('add.town')}
        hint={t('add.townHint')}
        value={town}
        onChange={(text) => {
          setTown(text)
          if (text.trim().length > 1) void suggestions.load(`/places?q=${encodeURIComponent(text)}`)
        }}
        autoComplete="off"
        error={errors['town']}
      />
      {isUnknown && <Notice tone="pending" title={t('add.townNone')} />}
      {places.length > 0 && (
        <ChoiceField
          label={t('add.townPick')}
          name="place"
          value={chosen ?? places[0]?.label}
          onChange={setChosen}
          options={places.map(({ label }) => ({ value: label, label }))}
        />
      )}
      <TextField
        label={t('add.street')}
        name="street"
        optional
        autoComplete="street-address"
        maxLength={120}
        defaultValue={draft.street}
      />
      <TextField
        label={t('add.phone')}
        hint={t('add.phoneHint')}
        name="phone"
        kind="tel"
        optional
        autoComplete="tel"
        defaultValue={draft.phone}
        error={errors['phone']}
      />
      <Buttons>
        <Button submit large label={t('add.next')} iconAfter="arrow-right" />
        <Button tone="secondary" large label={t('add.back')} onPress={onBack} />
      </Buttons>
    </Form>
  )
}
