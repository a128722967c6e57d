import { summarizeBoard } from '@buy-locals/features/board/board-summary'
import { useI18n } from '@buy-locals/features/i18n'
import { addDays } from '@buy-locals/features/time/dates'
import type { Temporal } from 'temporal-polyfill'
import { useNavigate, useSearchParams } from 'react-router'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { toSecond } from '@buy-locals/values/time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { Badge } from '@buy-locals/ui/badge'
import { useTimes } from '@buy-locals/features/time/use-times'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { browserTimeZone } from '../clock'
import { CompactInput } from '../forms/compact-input'
import { TodayHours } from '../hours/today-hours'
import { useCurrentBusiness } from '../shell/current-business'
import { parseDate } from '../time/times'
import { useT } from '../messages/use-t'
import styles from './board-head.module.css'

type HeadProps = { date: string; today: string; now: Temporal.Instant; bookings: readonly BoardBooking[] | undefined }

/** Which day it is, a summary of its bookings, and what can be added to it. */
export function BoardHead({ date, today, now, bookings }: HeadProps) {
  const t = useT()
  const i18n = useI18n()
  const { business, pathTo } = useCurrentBusiness()
  const { formatDay, dayTitle } = useTimes(business.timeZone)
  const [, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const show = (next: string) => setSearch(next === today ? {} : { day: next })
  return (
    <div className={styles.head}>
      <div className={styles.about}>
        <Title level={1} size="title">
          {date === today ? t('board.todayIs', { day: formatDay(date) }) : dayTitle(date)}
        </Title>
        <div className={styles.line}>
          <RealtimeBadge />
          <Text size="small" tone="quiet" tabular>
            {summarizeBoard(t, toSecond(now), bookings ?? [])}
          </Text>
          {business.timeZone !== browserTimeZone() && (
            <Text size="small" tone="quiet">
              {t('board.zone', { zone: formatZoneInFull(i18n, toSecond(now), business.timeZone) })}
            </Text>
          )}
        </div>
        {date === today && <TodayHours now={now} />}
      </div>
      <div className={`${styles.line} ${styles.days}`}>
        <IconButton bordered icon="chevron-left" label={t('board.earlier')} onPress={() => show(addDays(date, -1))} />
        <CompactInput
          type="date"
          label={t('board.goToDay')}
          value={date}
          onChange={(day) => show(parseDate(day) ?? today)}
        />
        <IconButton bordered icon="chevron-right" label={t('board.later')} onPress={() => show(addDays(date, 1))} />
        {date !== today && <Button tone="quiet" label={t('board.today')} onPress={() => show(today)} />}
        <Button tone="quiet" icon="calendar" label={t('board.week')} href={pathTo(`week?day=${date}`)} />
      </div>
      <ActionBar>
        <Buttons>
          <Button
            tone="secondary"
            icon="lock"
            label={t('board.block')}
            onPress={() => void navigate(pathTo(`board/block?day=${date}`))}
          />
          <Button icon="plus" label={t('board.add')} onPress={() => void navigate(pathTo(`board/new?day=${date}`))} />
        </Buttons>
      </ActionBar>
    </div>
  )
}

/** Whether the board updates by itself. */
function RealtimeBadge() {
  const t = useT()
  const { realtime } = useCurrentBusiness()
  if (realtime === 'open') return <Badge tone="success" icon="refresh-cw" label={t('board.live')} />
  if (realtime === 'closed' || realtime === 'waiting') return <Badge tone="pending" label={t('board.offline')} />
  return <Badge tone="plain" icon="hourglass" label={t('board.connecting')} />
}
