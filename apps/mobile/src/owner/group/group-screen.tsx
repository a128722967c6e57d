import { useState } from 'react'
import { useNow } from '@buy-locals/client/use-now'
import { countPeople, findGroup, isToCome, type BoardBooking } from '@buy-locals/features/board/entries'
import { useBoard } from '@buy-locals/features/board/use-board'
import { BookingStatus } from '@buy-locals/features/booking-status'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { LoadingScreen } from '../../shell/loading-screen'
import { Screen } from '../../shell/screen'
import { Failed } from '../../shell/screen-error'
import { AgeNotice } from '../../shell/age-notice'
import { useBusiness } from '../use-business'
import { useDay } from '../use-day'
import { Attendance } from './attendance'
import { CancelSessionSheet } from './cancel-session-sheet'
import { MessageSessionSheet } from './message-session-sheet'

type GroupScreenProps = {
  /** One of its bookings. */
  bookingId: string
  day: string | undefined
  onCancelled: () => void
}

/** A group session, and everybody who has booked it. */
export function GroupScreen({ bookingId, day, onCancelled }: GroupScreenProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { business, pathTo } = useBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const now = useNow()
  const { bookings, entries } = useBoard(t, useDay(day))
  const failed = !entries && bookings.error
  if (failed) return <Failed error={failed} onRetry={() => void bookings.refetch()} />
  if (!entries) return <LoadingScreen />
  const group = findGroup(entries, bookingId)
  if (!group) {
    return (
      <Page>
        <EmptyState level={1} icon="users" title={t('board.group')} text={tFeatures('refusal.byCode.not-found')} />
      </Page>
    )
  }
  const [first] = group.bookings
  const sessionId = group.bookings.find(isToCome)?.groupSessionId
  const hasStarted = Date.parse(first.start) <= Date.parse(now)
  const describe = ({ partySize, hasUnread }: BoardBooking) =>
    [partySize > 1 && `${t('booking.people')}: ${partySize}`, hasUnread && tFeatures('thread.unread')]
      .filter(Boolean)
      .join(' · ')
  return (
    <Screen action={sessionId && <SessionActions groupSessionId={sessionId} onCancelled={onCancelled} />}>
      <AgeNotice query={bookings} zone={business.timeZone} />
      <Stack gap="xs">
        <Title level={1}>{first.serviceName}</Title>
        <Text tone="quiet">
          {formatMoment(first.start)} · {t('board.seats', { taken: countPeople(group.bookings), seats: group.seats })}
        </Text>
      </Stack>
      <List label={t('board.group')}>
        {group.bookings.map((booking) => (
          <ListRow
            key={booking.id}
            href={pathTo(`bookings/${booking.id}`)}
            title={booking.customer.name}
            detail={describe(booking)}
            trailing={<BookingStatus status={booking.status} />}
          />
        ))}
      </List>
      {hasStarted && (
        <Stack gap="md">
          <Title level={2} size="lead">
            {t('board.attendance')}
          </Title>
          {group.bookings.map((booking) => (
            <Attendance key={booking.id} booking={booking} now={now} />
          ))}
        </Stack>
      )}
    </Screen>
  )
}

type SessionActionsProps = { groupSessionId: Id<'groupSession'>; onCancelled: () => void }

function SessionActions({ groupSessionId, onCancelled }: SessionActionsProps) {
  const t = useT()
  const [sheet, setSheet] = useState<'message' | 'cancel'>()
  const close = () => setSheet(undefined)
  return (
    <>
      <Buttons>
        <Button
          opensDialog
          tone="secondary"
          icon="mail"
          label={t('board.messageAll')}
          onPress={() => setSheet('message')}
        />
        <Button
          opensDialog
          tone="quiet"
          icon="calendar-x"
          label={t('board.cancelSession')}
          onPress={() => setSheet('cancel')}
        />
      </Buttons>
      <MessageSessionSheet groupSessionId={groupSessionId} open={sheet === 'message'} onClose={close} />
      <CancelSessionSheet
        groupSessionId={groupSessionId}
        open={sheet === 'cancel'}
        onCancelled={onCancelled}
        onClose={close}
      />
    </>
  )
}
