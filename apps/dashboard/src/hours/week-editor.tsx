import { useSpeech } from '@buy-locals/features/speech-provider'
import { Button } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Text } from '@buy-locals/ui/text'
import { weekdayName } from '../time/weekday'
import { useSay } from '../words/say'
import { TimeInput } from './time-input'
import { addShift, changeShift, isOvernight, removeShift, sameOnWeekdays, weekdays, type Week } from './week'
import styles from './week-editor.module.css'

type EditorProps = { week: Week; onChange: (week: Week) => void }

/** Seven days, each with as many shifts as it has. */
export function WeekEditor({ week, onChange }: EditorProps) {
  const say = useSay()
  const { locale } = useSpeech()
  return (
    <div className={styles.week}>
      {weekdays.map((day) => {
        const name = weekdayName(locale, day)
        const shifts = week[day - 1] ?? []
        return (
          <div key={day} role="group" aria-label={name} className={styles.day}>
            <div className={styles.name}>
              <Text weight="strong">{name}</Text>
              {shifts.length === 0 && (
                <Text size="small" tone="quiet">
                  {say('hours.closed')}
                </Text>
              )}
            </div>
            <div className={styles.shifts}>
              {shifts.map((shift, at) => (
                <div key={at} className={styles.shift}>
                  <TimeInput
                    label={say('hours.opens', { day: name })}
                    value={shift.opens}
                    onChange={(opens) => onChange(changeShift(week, day, at, { opens }))}
                  />
                  <span aria-hidden>–</span>
                  <TimeInput
                    label={say('hours.closes', { day: name })}
                    value={shift.closes}
                    onChange={(closes) => onChange(changeShift(week, day, at, { closes }))}
                  />
                  <IconButton
                    icon="trash"
                    label={say('hours.removeShift', { from: shift.opens, to: shift.closes, day: name })}
                    onPress={() => onChange(removeShift(week, day, at))}
                  />
                  {isOvernight(shift) && (
                    <Text size="small" tone="sky">
                      {say('hours.nextDay', { day: weekdayName(locale, (day % 7) + 1) })}
                    </Text>
                  )}
                </div>
              ))}
              <div className={styles.acts}>
                <Button
                  tone="quiet"
                  icon="plus"
                  label={say('hours.addShift')}
                  name={`${say('hours.addShift')}, ${name}`}
                  onPress={() => onChange(addShift(week, day))}
                />
                {day === 1 && shifts.length > 0 && (
                  <Button
                    tone="quiet"
                    icon="copy"
                    label={say('hours.copy')}
                    onPress={() => onChange(sameOnWeekdays(week, day))}
                  />
                )}
              </div>
            </div>
          </div>
        )
      })}
    </div>
  )
}
