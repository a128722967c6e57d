import { addDays } from '@buy-locals/features/time/dates'
import { useSearchParams } from 'react-router'
import { Button, Buttons } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Title } from '@buy-locals/ui/title'
import { useTimes } from '@buy-locals/features/time/use-times'
import { CompactInput } from '../forms/compact-input'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { parseDate } from '../time/times'
import styles from './board-head.module.css'
import { daysShown } from './use-week'

/** Which days are shown, and the way to others and to the view of a day. */
export function WeekHead({ date, today }: { date: string; today: string }) {
  const t = useT()
  const { business, pathTo } = useCurrentBusiness()
  const { formatDates } = useTimes(business.timeZone)
  const [, setSearch] = useSearchParams()
  const show = (next: string) => setSearch(next === today ? {} : { day: next })
  return (
    <div className={styles.head}>
      <div className={styles.about}>
        <Title level={1} size="title">
          {formatDates(date, addDays(date, daysShown - 1))}
        </Title>
      </div>
      <div className={`${styles.line} ${styles.days}`}>
        <IconButton
          bordered
          icon="chevron-left"
          label={t('board.earlierWeek')}
          onPress={() => show(addDays(date, -daysShown))}
        />
        <CompactInput
          type="date"
          label={t('board.goToDay')}
          value={date}
          onChange={(day) => show(parseDate(day) ?? today)}
        />
        <IconButton
          bordered
          icon="chevron-right"
          label={t('board.laterWeek')}
          onPress={() => show(addDays(date, daysShown))}
        />
        {date !== today && <Button tone="quiet" label={t('board.today')} onPress={() => show(today)} />}
        <Button tone="quiet" icon="list" label={t('board.dayView')} href={pathTo(`board?day=${date}`)} />
      </div>
      <ActionBar>
        <Buttons>
          <Button icon="plus" label={t('board.add')} href={pathTo(`board/new?day=${date}`)} />
        </Buttons>
      </ActionBar>
    </div>
  )
}
