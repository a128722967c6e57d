import { CheckField } from '@buy-locals/ui/check-field'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../../messages/mobile-i18n'

type OwnTimeProps = {
  isOwnTime: boolean
  time: string
  hint: string
  error: string | undefined
  onToggle: (isOwnTime: boolean) => void
  onTime: (time: string) => void
}

/** A time that the owner sets, in the place of a free one. */
export function OwnTimeFields({ isOwnTime, time, hint, error, onToggle, onTime }: OwnTimeProps) {
  const t = useT()
  return (
    <>
      <CheckField label={t('booking.ownTime')} hint={hint} value={isOwnTime} onChange={onToggle} />
      {isOwnTime && (
        <TextField
          kind="time"
          label={t('booking.time')}
          hint={t('business.timeHint')}
          error={error}
          value={time}
          onChange={onTime}
        />
      )}
    </>
  )
}
