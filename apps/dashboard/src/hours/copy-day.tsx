import { useState } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { weekdayTitle } from '@buy-locals/features/time/day-title'
import { Button } from '@buy-locals/ui/button'
import { formatWeekday } from '@buy-locals/values/format-time'
import { ChecksField } from '../forms/checks-field'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT } from '../messages/use-t'
import { weekdays } from './week'

/** Takes the hours of one day over to others. */
export function CopyDay({ day, onCopy }: { day: number; onCopy: (days: number[]) => void }) {
  const t = useT()
  const i18n = useI18n()
  const [isOpen, setOpen] = useState(false)
  const [days, setDays] = useState<readonly string[]>([])
  const others = weekdays.filter((other) => other !== day)
  function open() {
    setDays(others.filter((other) => other <= 5).map(String))
    setOpen(true)
  }
  function copy() {
    onCopy(days.map(Number))
    setOpen(false)
  }
  return (
    <>
      <Button
        tone="quiet"
        icon="copy"
        label={t('hours.copy')}
        name={`${t('hours.copy')}, ${weekdayTitle(i18n, day)}`}
        opensDialog
        onPress={open}
      />
      <ConfirmDialog
        open={isOpen}
        tone="primary"
        title={t('hours.copyTitle', { day: formatWeekday(i18n, day) })}
        text={t('hours.copyText')}
        label={t('hours.copyDone')}
        busy={false}
        onConfirm={copy}
        onClose={() => setOpen(false)}
      >
        <ChecksField
          label={t('hours.copyTo')}
          options={others.map((other) => ({ value: String(other), label: weekdayTitle(i18n, other) }))}
          value={days}
          onChange={setDays}
        />
      </ConfirmDialog>
    </>
  )
}
