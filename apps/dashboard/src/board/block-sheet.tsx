import { useParams } from 'react-router'
import { findSlots, listBusinessBookings, unblockTime } from '@buy-locals/contracts/booking/operations'
import { Button } from '@buy-locals/ui/button'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import type { Block } from '@buy-locals/features/board/entries'
import { ErrorNotice } from '../shell/error-notice'
import { QueryResult } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

export function Component() {
  const t = useT()
  const { blockId } = useParams()
  const { business, params } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const { bookings, staff, services } = useBoard(useDay().date)
  const { sheet, close } = useSheet()
  const block = bookings.data?.blocks.find(({ id }) => id === blockId)
  const staffName = staff.data?.items.find(({ id }) => id === block?.staffId)?.name
  const calendarName = staffName ?? services.data?.items.find(({ id }) => id === block?.serviceId)?.name

  const unblock = useOperationMutation(unblockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: t('board.unblocked'),
    onSuccess: close,
  })
  const release = (blockId: Block['id'], series: boolean) =>
    unblock.mutate({ input: { params: { ...params, blockId }, query: { series: String(series) } } })
  const unblockButtons = block && (
    <Stack gap="sm">
      <Button
        tone="secondary"
        wide
        label={t('board.unblock')}
        busy={unblock.isPending}
        onPress={() => release(block.id, false)}
      />
      {block.seriesId && (
        <Button
          tone="quiet"
          wide
          label={t('board.unblockAll')}
          disabled={unblock.isPending}
          onPress={() => release(block.id, true)}
        />
      )}
    </Stack>
  )
  return (
    <Sheet
      {...sheet}
      title={block?.kind ? t(`board.kind.${block.kind}`) : t('board.blockTitle')}
      actions={unblockButtons}
    >
      <QueryResult query={bookings}>
        {() =>
          block ? (
            <Stack gap="lg">
              <DescriptionList
                items={[
                  { label: t('board.blockFrom'), value: formatMoment(block.start) },
                  { label: t('board.blockTo'), value: formatMoment(block.end) },
                  ...(calendarName ? [{ label: t('board.blockCalendar'), value: calendarName }] : []),
                  ...(block.note ? [{ label: t('board.note'), value: block.note }] : []),
                ]}
              />
              <ErrorNotice error={unblock.shownError} />
            </Stack>
          ) : (
            <Text>{t('failure.notFound')}</Text>
          )
        }
      </QueryResult>
    </Sheet>
  )
}
