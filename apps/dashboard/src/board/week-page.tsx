import { useState } from 'react'
import { FilterChip } from '@buy-locals/ui/chip'
import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Loading, Skeleton } from '@buy-locals/ui/skeleton'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { usePageTitle } from '../shell/screen'
import styles from './week-page.module.css'
import { useDay } from './use-board'
import { useWeek, type WeekDay } from './use-week'
import { WeekDayList } from './week-day-list'
import { WeekHead } from './week-head'

/** Seven days of everybody or of one person, with the day view one press away. */
export function Component() {
  const t = useT()
  const errorText = useErrorText()
  const { business, role } = useCurrentBusiness()
  const { date, today, now } = useDay()
  const { failed, days } = useWeek(date)
  const [chosen, setChosen] = useState<string>()
  usePageTitle(t('board.week'), business.name)

  const columns = listColumns(days ?? [])
  const own = role === 'staff' ? columns.find(({ isOwn }) => isOwn)?.id : undefined
  const columnId = chosen ?? own ?? ''
  return (
    <Page wide>
      <div className={styles.week}>
        <WeekHead date={date} today={today} />
        {failed && (
          <ErrorState
            title={t('failure.title')}
            text={errorText(failed.error)}
            action={<Button label={t('failure.retry')} onPress={() => void failed.refetch()} />}
          />
        )}
        {!days && !failed && (
          <Loading label={t('shell.loading')}>
            <Skeleton height={420} />
          </Loading>
        )}
        {columns.length > 1 && (
          <div role="group" aria-label={t('board.filter')} className={styles.filters} data-scroll="">
            <FilterChip label={t('board.everyone')} selected={!columnId} onPress={() => setChosen('')} />
            {columns.map(({ id, name }) => (
              <FilterChip key={id} label={name} selected={id === columnId} onPress={() => setChosen(id)} />
            ))}
          </div>
        )}
        <div className={styles.days}>
          {days?.map(({ day, columns: ofDay }) => (
            <WeekDayList
              key={day.date}
              day={day}
              week={date}
              columns={ofDay.filter(({ id }) => !columnId || id === columnId)}
              now={now}
              isToday={day.date === today}
            />
          ))}
        </div>
      </div>
    </Page>
  )
}

/** Everybody who has a column on any of the days. */
function listColumns(days: readonly WeekDay[]) {
  const columns = new Map(days.flatMap((day) => day.columns).map((column) => [column.id, column]))
  return [...columns.values()]
}
