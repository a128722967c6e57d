import { Button } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { NumberField } from '@buy-locals/ui/number-field'
import { PasswordField } from '@buy-locals/ui/password-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { Stack } from '@buy-locals/ui/stack'
import { StarsField } from '@buy-locals/ui/stars-field'
import { TextField } from '@buy-locals/ui/text-field'
import { useState } from 'react'
import { Section } from './section'

export function Forms() {
  const [stars, setStars] = useState<number | undefined>(4)
  return (
    <Section id="forms" title="Forms">
      <form style={{ maxWidth: 520 }} onSubmit={(event) => event.preventDefault()}>
        <Stack gap="xl">
          <TextField label="Your name" name="name" autoComplete="name" hint="As the business should call you." />
          <TextField
            label="Mail address"
            kind="email"
            autoComplete="email"
            defaultValue="ana@example"
            error="Write the whole address, like ana@example.com."
          />
          <PasswordField label="Password" isNew hint="Twelve letters or more." />
          <NumberField label="Lasts" unit="min" min={5} max={480} defaultValue={45} />
          <SelectField
            label="Person"
            options={[
              { value: 'any', label: 'Anyone' },
              { value: 'ana', label: 'Ana Ruiz' },
            ]}
          />
          <ChoiceField
            label="Pay"
            defaultValue="now"
            options={[
              { value: 'now', label: 'Now', detail: '$45.00 by card' },
              { value: 'there', label: 'At the venue', detail: 'cash or card' },
              { value: 'later', label: 'Later', detail: 'not offered here', disabled: true },
            ]}
          />
          <TextField label="Anything they should know" rows={3} optional />
          <StarsField label="How was it?" value={stars} onChange={setStars} />
          <CheckField label="Remind me a day before" defaultValue />
          <CheckField label="I accept the terms" error="Tick this to go on." />
          <Button submit label="Save" />
        </Stack>
      </form>
    </Section>
  )
}
