import { useState } from 'react'
import { useParams } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { Button } from '@buy-locals/ui/button'
import { List, ListRow } from '@buy-locals/ui/list'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useTimes } from '@buy-locals/features/time/use-times'
import { countPeople, findGroup, isToCome } from '@buy-locals/features/board/entries'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { Attendance } from './attendance'
import { CancelSessionDialog } from './cancel-session-dialog'
import { MessageSessionDialog } from './message-session-dialog'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

/** A group session and everybody who has booked it. */
export function Component() {
  const t = useT()
  const { bookingId } = useParams()
  const { business, pathTo } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const { date, now } = useDay()
  const { bookings, entries } = useBoard(date)
  const { sheet, close } = useSheet()
  const unreadText = translatorForFeatures(useI18n())('thread.unread')
  const [isCancelling, setCancelling] = useState(false)
  const [isMessaging, setMessaging] = useState(false)
  const group = entries && findGroup(entries, bookingId)
  const sessionId = group?.bookings.find(isToCome)?.groupSessionId
  const hasStarted = group !== undefined && Date.parse(group.bookings[0].start) <= now.epochMilliseconds
  const actions = sessionId && (
    <Stack gap="sm">
      <Button
        wide
        tone="secondary"
        icon="mail"
        label={t('board.messageAll')}
        opensDialog
        onPress={() => setMessaging(true)}
      />
      <Button
        wide
        tone="quiet"
        icon="calendar-x"
        label={t('board.cancelSession')}
        opensDialog
        onPress={() => setCancelling(true)}
      />
    </Stack>
  )
  const describe = (partySize: number, hasUnread: true | undefined) =>
    [partySize > 1 && `${t('booking.people')}: ${partySize}`, hasUnread && unreadText].filter(Boolean).join(' · ')
  return (
    <Sheet {...sheet} title={group?.bookings[0].serviceName ?? t('board.group')} actions={actions}>
      <QueryResult query={bookings}>
        {() =>
          group ? (
            <Stack gap="md">
              <Text tone="quiet">
                {formatMoment(group.bookings[0].start)} ·{' '}
                {t('board.seats', { taken: countPeople(group.bookings), seats: group.seats })}
              </Text>
              <List label={t('board.group')}>
                {group.bookings.map(({ id, customer, partySize, status, hasUnread }) => (
                  <ListRow
                    key={id}
                    href={pathTo(`board/bookings/${id}?day=${date}`)}
                    title={customer.name}
                    detail={describe(partySize, hasUnread)}
                    trailing={<BookingStatus status={status} />}
                  />
                ))}
              </List>
              {hasStarted && (
                <Stack gap="md">
                  <Title level={3} size="body">
                    {t('board.attendance')}
                  </Title>
                  {group.bookings.map((booking) => (
                    <Stack key={booking.id} gap="xs">
                      <Text>{booking.customer.name}</Text>
                      <Attendance booking={booking} />
                    </Stack>
                  ))}
                </Stack>
              )}
            </Stack>
          ) : (
            <Text>{t('failure.notFound')}</Text>
          )
        }
      </QueryResult>
      {sessionId && (
        <MessageSessionDialog groupSessionId={sessionId} open={isMessaging} onClose={() => setMessaging(false)} />
      )}
      {sessionId && (
        <CancelSessionDialog
          groupSessionId={sessionId}
          open={isCancelling}
          onCancelled={close}
          onClose={() => setCancelling(false)}
        />
      )}
    </Sheet>
  )
}
