import type { Temporal } from 'temporal-polyfill'
import { OpenState } from '@buy-locals/features/open-state'
import { openState } from '@buy-locals/scheduling/open-state'
import { Row } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { toSecond } from '@buy-locals/values/time'
import { findTodayChange } from '@buy-locals/features/place/today-change'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

/** Whether customers see the business as open, and how a manager closes it for today. */
export function TodayHours({ now }: { now: Temporal.Instant }) {
  const t = useT()
  const { business, may, pathTo } = useCurrentBusiness()
  const { hours, timeZone, status } = business
  if (!hours || status !== 'published') return null
  const instant = toSecond(now)
  const change = findTodayChange(hours, timeZone, instant)
  return (
    <Row gap="sm" wrap>
      <OpenState open={openState(hours, timeZone, instant)} timeZone={timeZone} now={instant} />
      {change && may('manager') && <TextLink size="small" label={t(`hours.${change}`)} href={pathTo('board/today')} />}
    </Row>
  )
}
