import { says } from '@buy-locals/features/speech/speech'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { SelectField } from '@buy-locals/ui/select-field'
import { useSay } from '../words/say'

type PartyChoiceProps = { capacity: number; size: number; onChoose: (people: string) => void }

const mostInTheList = 20

export function PartyChoice({ capacity, size, onChoose }: PartyChoiceProps) {
  const say = useSay()
  const business = says(useSpeech())
  const sizes = Array.from({ length: Math.min(capacity, mostInTheList) }, (_, at) => at + 1)
  return (
    <SelectField
      label={say('book.party')}
      name="people"
      value={String(size)}
      options={sizes.map((count) => ({ value: String(count), label: business('booking.people', { count }) }))}
      onChange={onChoose}
    />
  )
}
