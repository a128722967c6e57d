import { addDays } from '@buy-locals/features/time/dates'
import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { blockTime, findSlots, listBusinessBookings, listResources } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Notice } from '@buy-locals/ui/notice'
import { SelectField } from '@buy-locals/ui/select-field'
import { Sheet } from '@buy-locals/ui/overlay'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '../api/queries'
import { useOperationMutation } from '../api/use-operation-mutation'
import { SheetSubmit } from '../forms/edit-form'
import { useCurrentBusiness } from '../shell/current-business'
import { toInstant } from '../time/times'
import { useT } from '../messages/use-t'
import { OverlappingBookings } from './overlapping-bookings'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

export function Component() {
  const t = useT()
  const form = useId()
  const { business, params } = useCurrentBusiness()
  const [search] = useSearchParams()
  const { date } = useDay()
  const { staff } = useBoard(date)
  const { data: resources } = useOperationQuery(listResources, { params })
  const { sheet, close } = useSheet()
  const [values, setValues] = useState({
    calendarId: search.get('staff') ?? '',
    date,
    from: '12:00',
    to: '13:00',
    note: '',
  })
  const set = (field: keyof typeof values) => (value: string) => setValues({ ...values, [field]: value })
  const block = useOperationMutation(blockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: t('board.blockedDone'),
    onSuccess: ({ overlapping }) => void (overlapping.length === 0 && close()),
  })
  const overlapping = block.data?.overlapping ?? []

  const calendars = [...(staff.data?.items ?? []), ...(resources?.items ?? [])].filter(({ active }) => active)
  const calendarId = values.calendarId || (calendars[0]?.id ?? '')

  function submit() {
    const calendar = calendarId.startsWith('stf_')
      ? { staffId: calendarId as Id<'staff'> }
      : { resourceId: calendarId as Id<'resource'> }
    const lastDay = values.to > values.from ? values.date : addDays(values.date, 1)
    const start = toInstant(values.date, values.from, business.timeZone)
    const end = toInstant(lastDay, values.to, business.timeZone)
    const note = values.note.trim()
    block.mutate({ input: { params, body: { ...calendar, start, end, ...(note && { note }) } } })
  }

  const submitButton = calendars.length > 0 && (
    <SheetSubmit form={form} label={t('board.block')} busy={block.isPending} />
  )
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
    <Sheet {...sheet} title={t('board.block')} actions={submitButton}>
      {staff.data && calendars.length === 0 ? (
        <EmptyState icon="users" title={t('board.noStaff')} text={t('board.blockIntro')} />
      ) : (
        <form
          id={form}
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Stack gap="lg">
            <Text tone="quiet">{t('board.blockIntro')}</Text>
            <SelectField
              label={t('board.blockCalendar')}
              value={calendarId}
              onChange={set('calendarId')}
              options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField label={t('board.blockOn')} kind="date" value={values.date} onChange={set('date')} />
            <Row gap="lg" align="start">
              <TextField label={t('board.blockFrom')} kind="time" value={values.from} onChange={set('from')} />
              <TextField label={t('board.blockTo')} kind="time" value={values.to} onChange={set('to')} />
            </Row>
            <TextField
              optional
              label={t('board.blockNote')}
              maxLength={200}
              value={values.note}
              onChange={set('note')}
            />
            {block.errorText && <Notice tone="danger" title={block.errorText} />}
          </Stack>
        </form>
      )}
    </Sheet>
  )
}
