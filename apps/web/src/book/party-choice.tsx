import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { SelectField } from '@buy-locals/ui/select-field'
import { useT } from '../messages/site-i18n'

type PartyChoiceProps = { capacity: number; size: number; onChoose: (people: string) => void }

const mostInTheList = 20

export function PartyChoice({ capacity, size, onChoose }: PartyChoiceProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const sizes = Array.from({ length: Math.min(capacity, mostInTheList) }, (_, at) => at + 1)
  return (
    <SelectField
      label={t('book.party')}
      name="people"
      value={String(size)}
      options={sizes.map((count) => ({ value: String(count), label: tFeatures('booking.people', { count }) }))}
      onChange={onChoose}
    />
  )
}
