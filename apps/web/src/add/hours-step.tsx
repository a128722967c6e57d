import { useState } from 'react'
import { addDays, toUtcNoon } from '@buy-locals/features/time/dates'
import { useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { Refused } from '../account/refused'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues, Pair } from '../site/form'
import type { Shift } from './draft'
import styles from './hours-step.module.css'

type HoursStepProps = { onBack: () => void; onNext: (weekly: Shift[]) => void; isBusy: boolean; error: unknown }

const aMonday = '2024-01-01'
const week = [1, 2, 3, 4, 5, 6, 7]

export function HoursStep({ onBack, onNext, isBusy, error }: HoursStepProps) {
  const t = useT()
  const { locale } = useI18n()
  const [open, setOpen] = useState([1, 2, 3, 4, 5])
  const [isMissing, setMissing] = useState(false)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })

  function submit({ get }: FormValues) {
    const weekly = week
      .filter((day) => open.includes(day))
      .map((day) => ({ day, opens: get(`opens${day}`), closes: get(`closes${day}`) }))
    const isWhole = weekly.length > 0 && weekly.every(({ opens, closes }) => opens && closes)
    setMissing(!isWhole)
    if (isWhole) onNext(weekly)
  }
  return (
    <Form onSubmit={submit}>
      <Title level={2}>{t('add.hours')}</Title>
      <div className={styles.week}>
        {week.map((day) => {
          const name = weekday.format(Date.parse(toUtcNoon(addDays(aMonday, day - 1))))
          const isOpen = open.includes(day)
          const turn = (on: boolean) => setOpen(on ? [...open, day] : open.filter((other) => other !== day))
          return (
            <div key={day} className={styles.day} role="group" aria-label={name}>
              <CheckField label={name} value={isOpen} onChange={turn} />
              {isOpen && (
                <Pair>
                  <TextField label={t('add.opens')} name={`opens${day}`} kind="time" defaultValue="09:00" />
                  <TextField label={t('add.closes')} name={`closes${day}`} kind="time" defaultValue="17:00" />
                </Pair>
              )}
            </div>
          )
        })}
      </div>
      {isMissing && <Notice tone="danger" title={t('add.noHours')} />}
      <Refused error={error} />
      <Buttons>
        <Button submit large busy={isBusy} label={t('add.save')} />
        <Button tone="secondary" large label={t('add.back')} onPress={onBack} />
      </Buttons>
    </Form>
  )
}
