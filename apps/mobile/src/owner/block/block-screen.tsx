import { useState } from 'react'
import { useSignedIn } from '@buy-locals/client/me'
import { useNow } from '@buy-locals/client/use-now'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import {
  blockTime,
  findSlots,
  listBusinessBookings,
  listResources,
  listStaff,
} from '@buy-locals/contracts/booking/operations'
import {
  everyone,
  findBlockErrors,
  toBlockErrors,
  toBlockTerms,
  type BlockDraft,
  type BlockErrors,
} from '@buy-locals/features/board/block-draft'
import { faultsOf } from '@buy-locals/features/messages/error-text'
import { hasError } from '@buy-locals/features/messages/field-checks'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { isDate, toLocalDate } from '@buy-locals/features/time/dates'
import { readWallTime } from '@buy-locals/features/time/wall-time'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { LoadingScreen } from '../../shell/loading-screen'
import { Screen } from '../../shell/screen'
import { Failed } from '../../shell/screen-error'
import { OverlappingBookings } from '../overlapping-bookings'
import { useBusiness } from '../use-business'
import { BlockFields } from './block-fields'

/** Time off: of one person, everyone or a resource, a whole day or a part of it. */
export function BlockScreen({ day = '', onDone }: { day: string | undefined; onDone: () => void }) {
  const t = useT()
  const { business, params } = useBusiness()
  const { id: me } = useSignedIn()
  const today = toLocalDate(useNow(), business.timeZone)
  const staff = useOperationQuery(listStaff, { params })
  const { data: resources } = useOperationQuery(listResources, { params })
  const [errors, setErrors] = useState<BlockErrors>({})
  const [changes, setChanges] = useState<Partial<BlockDraft>>({})
  const block = useOperationMutation(blockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: ({ count }) => t('board.blockedDone', { count }),
    onSuccess: ({ overlapping }) => void (overlapping.length === 0 && onDone()),
    handleError: (error) => {
      const found = toBlockErrors(faultsOf(error))
      setErrors(found ?? {})
      return found !== undefined
    },
  })
  const overlapping = block.data?.overlapping ?? []
  if (!staff.data && staff.error) return <Failed error={staff.error} onRetry={() => void staff.refetch()} />
  if (!staff.data) return <LoadingScreen />

  const people = staff.data.items.filter(({ active }) => active)
  const calendars = [
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...(people.length > 1 ? [{ value: everyone, label: t('board.everyone') }] : []),
    ...(resources?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const own = people.find(({ personId }) => personId === me)?.id
  const draft: BlockDraft = {
    ...{ kind: '', isAllDay: false, lastDate: '', from: '12:00', to: '13:00', note: '' },
    date: isDate(day) && day > today ? day : today,
    calendarId: own ?? calendars[0]?.value ?? '',
    ...changes,
  }
  function submit() {
    const typed = { ...draft, from: readWallTime(draft.from) ?? '', to: readWallTime(draft.to) ?? '' }
    const found = findBlockErrors(typed, business.timeZone)
    setErrors(found)
    if (!hasError(found)) block.mutate({ input: { params, body: toBlockTerms(typed, business.timeZone) } })
  }
  if (calendars.length === 0) {
    return (
      <Screen>
        <EmptyState level={1} icon="users" title={t('board.block')} text={t('board.noStaff')} />
      </Screen>
    )
  }
  if (overlapping.length > 0) {
    return (
      <Screen action={<Button wide large label={t('board.close')} onPress={onDone} />}>
        <Title level={1}>{t('board.block')}</Title>
        <OverlappingBookings bookings={overlapping} text={t('board.overlappingText')} />
      </Screen>
    )
  }
  return (
    <Screen action={<Button wide large label={t('board.block')} busy={block.isPending} onPress={submit} />}>
      <Title level={1}>{t('board.block')}</Title>
      <Text tone="quiet">{t('board.blockIntro')}</Text>
      <BlockFields draft={draft} today={today} errors={errors} calendars={calendars} onChange={setChanges} />
      <ErrorNotice error={block.shownError} />
    </Screen>
  )
}
