import type { Temporal } from 'temporal-polyfill'
import { useNavigate, useSearchParams } from 'react-router'
import { toSecond } from '@buy-locals/values/time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { readersZone } from '../clock'
import { useHere } from '../shell/here'
import { dateFrom, daysAfter } from '../time/times'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import styles from './board-head.module.css'
import { isOff, type BoardBooking } from './entries'
import { LiveSign } from './live-sign'

type HeadProps = { date: string; today: string; now: Temporal.Instant; bookings: readonly BoardBooking[] | undefined }

/** Which day it is, how it stands, and what one can add to it. */
export function BoardHead({ date, today, now, bookings }: HeadProps) {
  const t = useT()
  const { business, to } = useHere()
  const { day } = useTimes(business.timeZone)
  const [, setSearch] = useSearchParams()
  const goTo = useNavigate()
  const show = (next: string) => setSearch(next === today ? {} : { day: next })
  const at = `?day=${date}`
  return (
    <div className={styles.head}>
      <div className={styles.about}>
        <Title level={1} size="title">
          {date === today ? `${t('board.today')}, ${day(date)}` : day(date)}
        </Title>
        <div className={styles.line}>
          <LiveSign />
          <Text size="small" tone="quiet" tabular>
            {summary(t, now, bookings ?? [])}
          </Text>
          {business.timeZone !== readersZone() && (
            <Text size="small" tone="quiet">
              {t('board.zone', { zone: business.timeZone.replaceAll('_', ' ') })}
            </Text>
          )}
        </div>
      </div>
      <div className={styles.line}>
        <IconButton bordered icon="chevron-left" label={t('board.earlier')} onPress={() => show(daysAfter(date, -1))} />
        <input
          type="date"
          data-control=""
          className={styles.date}
          aria-label={t('board.goToDay')}
          value={date}
          onChange={(event) => show(dateFrom(event.target.value) ?? today)}
        />
        <IconButton bordered icon="chevron-right" label={t('board.later')} onPress={() => show(daysAfter(date, 1))} />
        {date !== today && <Button tone="quiet" label={t('board.today')} onPress={() => show(today)} />}
      </div>
      <ActionBar>
        <Buttons>
          <Button
            tone="secondary"
            icon="lock"
            label={t('board.block')}
            onPress={() => void goTo(to(`board/block${at}`))}
          />
          <Button icon="plus" label={t('board.add')} onPress={() => void goTo(to(`board/new${at}`))} />
        </Buttons>
      </ActionBar>
    </div>
  )
}

function summary(t: ReturnType<typeof useT>, now: Temporal.Instant, bookings: readonly BoardBooking[]): string {
  const on = bookings.filter((booking) => !isOff(booking))
  const confirmed = on.filter(({ status }) => status === 'confirmed')
  const text = toSecond(now)
  const toCome = confirmed.filter(({ start }) => start > text).length
  const toClose = confirmed.filter(({ end }) => end <= text).length
  return [
    t('board.bookings', { count: on.length }),
    toCome > 0 && t('board.toCome', { count: toCome }),
    toClose > 0 && t('board.toClose', { count: toClose }),
  ]
    .filter(Boolean)
    .join(' · ')
}
