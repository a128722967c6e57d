import { useState } from 'react'
import { Button, Buttons } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { readPhone } from '../site/read-phone'
import { Form, type FormValues } from '../site/form'
import { useSite } from '../site/use-site'
import type { Draft } from './draft'
import { usePlaceSuggestions } from './use-place-suggestions'

type PlaceStepProps = { draft: Draft; onBack: () => void; onNext: (changes: Draft) => void }

/** The place that was chosen before, which is in no suggestion any more. */
const before = 'before'

export function PlaceStep({ draft, onBack, onNext }: PlaceStepProps) {
  const t = useT()
  const site = useSite()
  const check = useFieldChecks()
  const { found, suggest, choose } = usePlaceSuggestions()
  const [typed, setTyped] = useState(draft.place?.label ?? '')
  const [street, setStreet] = useState(draft.street ?? '')
  const [chosenId, setChosenId] = useState<string>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const { send, isBusy, error } = useSend(() => {})
  const suggestions = found?.items ?? []
  const places = found ? suggestions : draft.place ? [{ id: before, label: draft.place.label }] : []
  const isGoogles = suggestions.some(({ source }) => source === 'google')
  // An address is shown with its street before anybody goes on with it.
  const chosen = places.find(({ id }) => id === chosenId) ?? (isGoogles ? undefined : places[0])

  const readPlace = (id: string) => (id === before && draft.place ? draft.place : choose(id))

  /** An address has its street too. What fails is read once more when it is needed. */
  async function showStreet(id: string) {
    const place = await Promise.resolve(readPlace(id)).catch(() => undefined)
    if (place?.address.street) setStreet(place.address.street)
  }

  async function submit({ get }: FormValues) {
    const place = chosen && (await readPlace(chosen.id))
    const phone = await readPhone(get('phone'), place?.address.country ?? 'US')
    const wrong = { town: place ? undefined : t('add.pickPlace'), phone: check.phone(get('phone'), phone) }
    setErrors(wrong)
    const line = street.trim() || place?.address.street
    if (place && !wrong.phone) onNext({ place, ...(line && { street: line }), ...(phone && { phone }) })
  }
  return (
    <Form onSubmit={(values) => void send(() => submit(values))}>
      <TextField
        label={t(site?.findsAddresses ? 'add.address' : 'add.town')}
        hint={t('add.townHint')}
        value={typed}
        onChange={(text) => {
          setTyped(text)
          suggest(text)
        }}
        autoComplete="off"
        error={errors['town']}
      />
      {found && !found.error && places.length === 0 && <Notice tone="pending" title={t('add.townNone')} />}
      {places.length > 0 && (
        <ChoiceField
          label={t('add.townPick')}
          name="place"
          value={chosen?.id}
          onChange={(id) => {
            setChosenId(id)
            void showStreet(id)
          }}
          options={places.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      {isGoogles && (
        <Text size="small" tone="quiet">
          <span translate="no">Google Maps</span>
        </Text>
      )}
      <TextField
        label={t('add.street')}
        name="street"
        optional
        autoComplete="street-address"
        maxLength={120}
        value={street}
        onChange={setStreet}
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
      <ErrorNotice error={error ?? found?.error} />
      <Buttons>
        <Button submit large label={t('add.next')} iconAfter="arrow-right" busy={isBusy} />
        <Button tone="secondary" large label={t('add.back')} onPress={onBack} />
      </Buttons>
    </Form>
  )
}
