import { ChoiceField } from '@buy-locals/ui/choice-field'
import { useT } from '../messages/site-i18n'
import type { Offered } from './load'

type PersonChoiceProps = {
  team: Offered['team']
  staffId: string | undefined
  onChoose: (staffId: string | undefined) => void
}

const anyone = 'anyone'

export function PersonChoice({ team, staffId, onChoose }: PersonChoiceProps) {
  const t = useT()
  const people = team.map(({ id, name, title }) => ({ value: id, label: name, ...(title && { detail: title }) }))
  return (
    <ChoiceField
      label={t('book.who')}
      name="staff"
      value={staffId ?? anyone}
      options={[{ value: anyone, label: t('book.anyone'), detail: t('book.anyoneDetail') }, ...people]}
      onChange={(chosen) => onChoose(chosen === anyone ? undefined : chosen)}
    />
  )
}
