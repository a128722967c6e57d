import { findSlots, listBusinessBookings, unblockTime } from '@buy-locals/contracts/booking/operations'
import type { Block } from '@buy-locals/features/board/entries'
import { useBoard } from '@buy-locals/features/board/use-board'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { LoadingScreen } from '../../shell/loading-screen'
import { Screen } from '../../shell/screen'
import { Failed } from '../../shell/screen-error'
import { useBusiness } from '../use-business'
import { useDay } from '../use-day'

type BlockDetailsProps = { blockId: string; day: string | undefined; onRemoved: () => void }

/** Blocked time, and the way to release it. */
export function BlockDetails({ blockId, day, onRemoved }: BlockDetailsProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { business, params } = useBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const { bookings, staff, services } = useBoard(t, useDay(day))
  const unblock = useOperationMutation(unblockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: t('board.unblocked'),
    onSuccess: onRemoved,
  })
  const release = (id: Block['id'], series: boolean) =>
    unblock.mutate({ input: { params: { ...params, blockId: id }, query: { series: String(series) } } })
  if (!bookings.data) {
    const { error, refetch } = bookings
    return error ? <Failed error={error} onRetry={() => void refetch()} /> : <LoadingScreen />
  }
  const block = bookings.data.blocks.find(({ id }) => id === blockId)
  if (!block) {
    return (
      <Page>
        <EmptyState level={1} icon="lock" title={t('board.blockTitle')} text={tFeatures('refusal.byCode.not-found')} />
      </Page>
    )
  }
  const staffName = staff.data?.items.find(({ id }) => id === block.staffId)?.name
  const calendarName = staffName ?? services.data?.items.find(({ id }) => id === block.serviceId)?.name
  const actions = (
    <>
      <Button
        wide
        tone="secondary"
        label={t('board.unblock')}
        busy={unblock.isPending}
        onPress={() => release(block.id, false)}
      />
      {block.seriesId && (
        <Button
          wide
          tone="quiet"
          label={t('board.unblockAll')}
          disabled={unblock.isPending}
          onPress={() => release(block.id, true)}
        />
      )}
    </>
  )
  return (
    <Screen action={actions}>
      <Title level={1}>{block.kind ? t(`board.kind.${block.kind}`) : t('board.blockTitle')}</Title>
      <Card>
        <DescriptionList
          items={[
            { label: t('board.blockFrom'), value: formatMoment(block.start) },
            { label: t('board.blockTo'), value: formatMoment(block.end) },
            ...(calendarName ? [{ label: t('board.blockCalendar'), value: calendarName }] : []),
            ...(block.note ? [{ label: t('board.note'), value: block.note }] : []),
          ]}
        />
      </Card>
      <ErrorNotice error={unblock.shownError} />
    </Screen>
  )
}
