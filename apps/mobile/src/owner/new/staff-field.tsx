import type { Staff } from '@buy-locals/contracts/booking/shapes'
import { SelectField } from '@buy-locals/ui/select-field'
import { useT } from '../../messages/mobile-i18n'

type StaffFieldProps = { staff: readonly Staff[]; value: string; onChange: (staffId: string) => void }

/** Who does it; empty means anyone. */
export function StaffField({ staff, value, onChange }: StaffFieldProps) {
  const t = useT()
  if (staff.length === 0) return null
  return (
    <SelectField
      label={t('booking.person')}
      value={staff.some(({ id }) => id === value) ? value : ''}
      onChange={onChange}
      options={[
        { value: '', label: t('booking.anyone') },
        ...staff.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
