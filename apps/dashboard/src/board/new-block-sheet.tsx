import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { blockTime, findSlots, listBusinessBookings, listResources } from '@buy-locals/contracts/booking/operations'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { hasError } from '@buy-locals/features/messages/field-checks'
import { faultsOf } from '@buy-locals/features/messages/error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useSignedIn } from '@buy-locals/client/me'
import {
  everyone,
  findBlockErrors,
  toBlockErrors,
  toBlockTerms,
  type BlockDraft,
  type BlockErrors,
} from '@buy-locals/features/board/block-draft'
import { ErrorNotice } from '../shell/error-notice'
import { SheetSubmit } from '../forms/edit-form'
import { LeaveGuard } from '../forms/leave-guard'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { BlockFields } from './block-fields'
import { OverlappingBookings } from './overlapping-bookings'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

/** Time off and breaks: of one person, everyone or a resource, on one day or several, the whole day or a part of it. */
export function Component() {
  const t = useT()
  const form = useId()
  const { business, params, may, pathTo } = useCurrentBusiness()
  const { id: me } = useSignedIn()
  const [search] = useSearchParams()
  const { date } = useDay()
  const { staff } = useBoard(date)
  const { data: resources } = useOperationQuery(listResources, { params })
  const [errors, setErrors] = useState<BlockErrors>({})
  const [changes, setChanges] = useState<Partial<BlockDraft>>({})
  const block = useOperationMutation(blockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: ({ count }) => t('board.blockedDone', { count }),
    onSuccess: ({ overlapping }) => void (overlapping.length === 0 && close()),
    handleError: (error) => {
      const found = toBlockErrors(faultsOf(error))
      setErrors(found ?? {})
      return found !== undefined
    },
  })
  const isChanged = Object.keys(changes).length > 0 && !block.isPending && !block.isSuccess
  const { sheet, close } = useSheet(isChanged)
  const overlapping = block.data?.overlapping ?? []

  const people = (staff.data?.items ?? []).filter(({ active }) => active)
  const calendars = [
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...(people.length > 1 ? [{ value: everyone, label: t('board.everyone') }] : []),
    ...(resources?.items ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
  ]
  const own = people.find(({ personId }) => personId === me)?.id
  const draft: BlockDraft = {
    ...{ kind: '', isAllDay: false, date, lastDate: '', from: '12:00', to: '13:00', note: '' },
    calendarId: search.get('staff') ?? own ?? calendars[0]?.value ?? '',
    ...changes,
  }
  function submit() {
    const found = findBlockErrors(draft, business.timeZone)
    setErrors(found)
    if (!hasError(found)) block.mutate({ input: { params, body: toBlockTerms(draft, business.timeZone) } })
  }

  if (overlapping.length > 0)
    return (
      <Sheet {...sheet} title={t('board.block')} actions={<Button wide label={t('board.close')} onPress={close} />}>
        <OverlappingBookings
          bookings={overlapping}
          title={t('board.overlapping', { count: overlapping.length })}
          text={t('board.overlappingText')}
          label={t('board.overlappingList')}
        />
      </Sheet>
    )
  return (
    <Sheet
      {...sheet}
      title={t('board.block')}
      actions={calendars.length > 0 && <SheetSubmit form={form} label={t('board.block')} busy={block.isPending} />}
    >
      <LeaveGuard changed={isChanged} />
      {staff.data && calendars.length === 0 ? (
        <EmptyState
          icon="users"
          title={t('staff.none')}
          text={t('board.noStaff')}
          action={may('manager') && <Button label={t('staff.add')} href={pathTo('staff/new')} />}
        />
      ) : (
        <form
          id={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Stack gap="lg">
            <BlockFields draft={draft} errors={errors} calendars={calendars} onChange={setChanges} />
            <ErrorNotice error={block.shownError} />
          </Stack>
        </form>
      )}
    </Sheet>
  )
}
