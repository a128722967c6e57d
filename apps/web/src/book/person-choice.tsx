import { ChoiceField } from '@buy-locals/ui/choice-field'
import { useSay } from '../words/say'
import type { Offered } from './load'

type PersonChoiceProps = {
  team: Offered['team']
  staffId: string | undefined
  onChoose: (staffId: string | undefined) => void
}

const anyone = 'anyone'

export function PersonChoice({ team, staffId, onChoose }: PersonChoiceProps) {
  const say = useSay()
  const people = team.map(({ id, name, title }) => ({ value: id, label: name, ...(title && { detail: title }) }))
  return (
    <ChoiceField
      label={say('book.who')}
      name="staff"
      value={staffId ?? anyone}
      options={[{ value: anyone, label: say('book.anyone'), detail: say('book.anyoneDetail') }, ...people]}
      onChange={(chosen) => onChoose(chosen === anyone ? undefined : chosen)}
    />
  )
}
