import { summarizeBoard } from '@buy-locals/features/board/board-summary'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Badge } from '@buy-locals/ui/badge'
import { Status } from '@buy-locals/ui/live'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { TodayHours } from '../hours/today-hours'
import { useBusiness } from '../use-business'

type HeadProps = { date: string; today: string; now: string; bookings: readonly BoardBooking[] | undefined }

/** Whose day it is, and a summary of its bookings. */
export function BoardHead({ date, today, now, bookings }: HeadProps) {
  const t = useT()
  const { business } = useBusiness()
  const { formatDay, dayTitle } = useTimes(business.timeZone)
  return (
    <Stack gap="xs">
      <Text size="small" weight="medium" tone="quiet">
        {business.name}
      </Text>
      <Title level={1} size="title">
        {date === today ? t('board.todayIs', { day: formatDay(date) }) : dayTitle(date)}
      </Title>
      <Row gap="sm" wrap>
        <RealtimeBadge />
        {bookings && (
          <Text size="small" tone="quiet" tabular>
            {summarizeBoard(t, now, bookings)}
          </Text>
        )}
      </Row>
      {date === today && <TodayHours now={now} />}
    </Stack>
  )
}

/** Whether the board updates by itself. */
function RealtimeBadge() {
  const t = useT()
  const { realtime } = useBusiness()
  const isBroken = realtime === 'closed' || realtime === 'waiting'
  return (
    <Status text={isBroken ? t('board.offline') : undefined}>
      {realtime === 'open' && <Badge tone="success" icon="refresh-cw" label={t('board.live')} />}
      {isBroken && <Badge tone="pending" label={t('board.offline')} />}
      {realtime !== 'open' && !isBroken && <Badge tone="plain" icon="hourglass" label={t('board.connecting')} />}
    </Status>
  )
}
