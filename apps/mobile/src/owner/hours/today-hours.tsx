import { OpenState } from '@buy-locals/features/open-state'
import { findTodayChange } from '@buy-locals/features/place/today-change'
import { openState } from '@buy-locals/scheduling/open-state'
import { Row } from '@buy-locals/ui/stack'
import { Button } from '@buy-locals/ui/button'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

/** Whether customers see the business as open, and how a manager closes it for today. */
export function TodayHours({ now }: { now: string }) {
  const t = useT()
  const { business, may, pathTo } = useBusiness()
  const { hours, timeZone, status } = business
  if (!hours || status !== 'published') return null
  const change = findTodayChange(hours, timeZone, now)
  return (
    <Row gap="sm" wrap>
      <OpenState open={openState(hours, timeZone, now)} timeZone={timeZone} now={now} />
      {change && may('manager') && (
        <Button flush tone="quiet" label={t(`todayHours.${change}`)} href={pathTo('hours-today')} />
      )}
    </Row>
  )
}
