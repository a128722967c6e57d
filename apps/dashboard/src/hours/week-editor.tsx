import { useId } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Text } from '@buy-locals/ui/text'
import { formatWeekday } from '@buy-locals/values/format-time'
import { formatShift } from '@buy-locals/features/place/week'
import { weekdayTitle } from '@buy-locals/features/time/day-title'
import { useT } from '../messages/use-t'
import { CompactInput } from '../forms/compact-input'
import { CopyDay } from './copy-day'
import type { WeekFault } from './hours-faults'
import { addShift, changeShift, copyDay, isOvernight, removeShift, weekdays, type Shift, type Week } from './week'
import styles from './week-editor.module.css'

type EditorProps = { week: Week; fault: WeekFault | undefined; onChange: (week: Week) => void }

/** Seven days, each with as many shifts as it has. */
export function WeekEditor({ week, fault, onChange }: EditorProps) {
  const t = useT()
  const i18n = useI18n()
  const errorId = useId()
  return (
    <div className={styles.week}>
      {weekdays.map((day) => {
        const name = weekdayTitle(i18n, day)
        const shifts = week[day - 1] ?? []
        return (
          <div key={day} role="group" aria-label={name} className={styles.day}>
            <div className={styles.name}>
              <Text weight="strong">{name}</Text>
              {shifts.length === 0 && (
                <Text size="small" tone="quiet">
                  {t('hours.closed')}
                </Text>
              )}
            </div>
            <div className={styles.shifts}>
              {shifts.map((shift, at) => {
                const wrong = fault?.day === day && fault.at === at ? fault : undefined
                const errorOf = (field: keyof Shift) => (wrong?.field === field ? errorId : undefined)
                return (
                  <div key={at} className={styles.shift}>
                    <CompactInput
                      type="time"
                      label={t('hours.opens', { day: name })}
                      value={shift.opens}
                      errorId={errorOf('opens')}
                      onChange={(opens) => onChange(changeShift(week, day, at, { opens }))}
                    />
                    <span aria-hidden>–</span>
                    <CompactInput
                      type="time"
                      label={t('hours.closes', { day: name })}
                      value={shift.closes}
                      errorId={errorOf('closes')}
                      onChange={(closes) => onChange(changeShift(week, day, at, { closes }))}
                    />
                    <IconButton
                      icon="trash"
                      label={t('hours.removeShift', { hours: formatShift(i18n, shift), day: formatWeekday(i18n, day) })}
                      onPress={() => onChange(removeShift(week, day, at))}
                    />
                    {isOvernight(shift) && (
                      <Text size="small" tone="sky">
                        {t('hours.nextDay', { day: formatWeekday(i18n, (day % 7) + 1) })}
                      </Text>
                    )}
                    {wrong && (
                      <div id={errorId} data-error="" className={styles.error}>
                        <Text size="small" tone="danger">
                          {wrong.text}
                        </Text>
                      </div>
                    )}
                  </div>
                )
              })}
              <div className={styles.acts}>
                <Button
                  tone="quiet"
                  icon="plus"
                  label={t('hours.addShift')}
                  name={`${t('hours.addShift')}, ${name}`}
                  onPress={() => onChange(addShift(week, day))}
                />
                {shifts.length > 0 && <CopyDay day={day} onCopy={(days) => onChange(copyDay(week, day, days))} />}
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}
