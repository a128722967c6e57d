import { useId, useState } from 'react'
import { useSearchParams } from 'react-router'
import { blockTime, findSlots, listBusinessBookings, listResources } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Notice } from '@buy-locals/ui/notice'
import { SelectField } from '@buy-locals/ui/select-field'
import { Sheet } from '@buy-locals/ui/overlay'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '../api/queries'
import { useOperationMutation } from '../api/use-operation-mutation'
import { SubmitIn } from '../forms/submit-in'
import { useHere } from '../shell/here'
import { daysAfter, instantAt } from '../time/times'
import { useT } from '../messages/use-t'
import { useBoard, useDay } from './use-board'
import { useSheet } from './use-sheet'

export function Component() {
  const t = useT()
  const form = useId()
  const { business, params } = useHere()
  const [search] = useSearchParams()
  const { date } = useDay()
  const { staff } = useBoard(date)
  const { data: resources } = useOperationQuery(listResources, { params })
  const { sheet, leave } = useSheet()
  const [given, setGiven] = useState({ who: search.get('staff') ?? '', date, from: '12:00', to: '13:00', note: '' })
  const set = (field: keyof typeof given) => (value: string) => setGiven({ ...given, [field]: value })
  const block = useOperationMutation(blockTime, {
    inlineError: true,
    invalidates: [listBusinessBookings, findSlots],
    successText: t('board.blockedDone'),
    onSuccess: leave,
  })

  const holders = [...(staff.data?.items ?? []), ...(resources?.items ?? [])].filter(({ active }) => active)
  const who = given.who || (holders[0]?.id ?? '')

  function submit() {
    const holder = who.startsWith('stf_') ? { staffId: who as Id<'staff'> } : { resourceId: who as Id<'resource'> }
    const lastDay = given.to > given.from ? given.date : daysAfter(given.date, 1)
    const start = instantAt(given.date, given.from, business.timeZone)
    const end = instantAt(lastDay, given.to, business.timeZone)
    block.mutate({ input: { params, body: { ...holder, start, end, ...(given.note.trim() && { note: given.note }) } } })
  }

  const act = holders.length > 0 && <SubmitIn form={form} label={t('board.block')} busy={block.isPending} />
  return (
    <Sheet {...sheet} title={t('board.block')} actions={act}>
      {staff.data && holders.length === 0 ? (
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
              label={t('board.blockWho')}
              value={who}
              onChange={set('who')}
              options={holders.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField label={t('board.blockOn')} kind="date" value={given.date} onChange={set('date')} />
            <Row gap="lg" align="start">
              <TextField label={t('board.blockFrom')} kind="time" value={given.from} onChange={set('from')} />
              <TextField label={t('board.blockTo')} kind="time" value={given.to} onChange={set('to')} />
            </Row>
            <TextField
              optional
              label={t('board.blockNote')}
              maxLength={200}
              value={given.note}
              onChange={set('note')}
            />
            {block.errorText && <Notice tone="danger" title={block.errorText} />}
          </Stack>
        </form>
      )}
    </Sheet>
  )
}
