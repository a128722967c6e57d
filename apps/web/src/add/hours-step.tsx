import { useState } from 'react'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { weekdayTitle } from '@buy-locals/features/time/day-title'
import { formatWeekday } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { ErrorNotice } from '../api/error-notice'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues, Pair } from '../site/form'
import styles from './hours-step.module.css'

type HoursStepProps = {
  onBack: () => void
  onNext: (weekly: Hours['weekly']) => void
  isBusy: boolean
  error: unknown
}

const week = [1, 2, 3, 4, 5, 6, 7] as const

export function HoursStep({ onBack, onNext, isBusy, error }: HoursStepProps) {
  const t = useT()
  const i18n = useI18n()
  const [openDays, setOpenDays] = useState([1, 2, 3, 4, 5])
  const [hasNone, setNone] = useState(false)
  const [missing, setMissing] = useState<readonly string[]>([])

  function submit({ get }: FormValues) {
    const weekly = week
      .filter((day) => openDays.includes(day))
      .map((day) => ({ day, opens: get(`opens${day}`), closes: get(`closes${day}`) }))
    const found = weekly.flatMap(({ day, opens, closes }) => [
      ...(opens ? [] : [`opens${day}`]),
      ...(closes ? [] : [`closes${day}`]),
    ])
    setNone(weekly.length === 0)
    setMissing(found)
    if (weekly.length > 0 && found.length === 0) onNext(weekly)
  }
  return (
    <Form onSubmit={submit}>
      <Title level={2}>{t('add.hours')}</Title>
      <div className={styles.week} onChange={() => setNone(false)}>
        {week.map((day) => {
          const name = weekdayTitle(i18n, day)
          const isOpen = openDays.includes(day)
          const errorOf = (field: string) =>
            missing.includes(field) ? t('add.noTimes', { day: formatWeekday(i18n, day) }) : undefined
          function turn(on: boolean) {
            setOpenDays(on ? [...openDays, day] : openDays.filter((other) => other !== day))
            setMissing(missing.filter((field) => !field.endsWith(String(day)))) // its fields begin anew
          }
          return (
            <div key={day} className={styles.day} role="group" aria-label={name}>
              <CheckField label={name} value={isOpen} onChange={turn} />
              {isOpen && (
                <Pair>
                  <TextField
                    label={t('add.opens')}
                    name={`opens${day}`}
                    kind="time"
                    defaultValue="09:00"
                    error={errorOf(`opens${day}`)}
                  />
                  <TextField
                    label={t('add.closes')}
                    name={`closes${day}`}
                    kind="time"
                    defaultValue="17:00"
                    error={errorOf(`closes${day}`)}
                  />
                </Pair>
              )}
            </div>
          )
        })}
      </div>
      {hasNone && <Notice tone="danger" title={t('add.noHours')} />}
      <ErrorNotice error={error} />
      <Buttons>
        <Button submit large busy={isBusy} label={t('add.save')} />
        <Button tone="secondary" large label={t('add.back')} onPress={onBack} />
      </Buttons>
    </Form>
  )
}
