import { Avatar } from '@buy-locals/ui/avatar'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { SelectField } from '@buy-locals/ui/select-field'
import type { BookingOptions } from './booking/load-options'
import { translatorForFeatures, useI18n } from './i18n'

type StaffChoiceProps = {
  staff: BookingOptions['staff']
  staffId: string | undefined
  onChoose: (staffId: string | undefined) => void
}

const anyone = 'anyone'

export function StaffChoice({ staff, staffId, onChoose }: StaffChoiceProps) {
  const t = translatorForFeatures(useI18n())
  const people = staff.map(({ id, name, title, photo }) => ({
    ...{ value: id, label: name, ...(title && { detail: title }) },
    ...(photo && { leading: <Avatar decorative name={name} photo={photo} size="medium" /> }),
  }))
  return (
    <ChoiceField
      label={t('book.staff')}
      name="staff"
      value={staffId ?? anyone}
      options={[{ value: anyone, label: t('book.anyone'), detail: t('book.anyoneDetail') }, ...people]}
      onChange={(chosen) => onChoose(chosen === anyone ? undefined : chosen)}
    />
  )
}

type PartyChoiceProps = { capacity: number; size: number; onChoose: (people: string) => void }

const maxListedPartySize = 20

export function PartyChoice({ capacity, size, onChoose }: PartyChoiceProps) {
  const t = translatorForFeatures(useI18n())
  const sizes = Array.from({ length: Math.min(capacity, maxListedPartySize) }, (_, at) => at + 1)
  return (
    <SelectField
      label={t('book.party')}
      name="people"
      value={String(size)}
      options={sizes.map((count) => ({ value: String(count), label: t('booking.people', { count }) }))}
      onChange={onChoose}
    />
  )
}
