import { addDays } from '@buy-locals/features/time/dates'
import type { blockTime } from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { id } from '@buy-locals/values/ids'
import { toInstant } from '../time/times'

type BlockTerms = Input<typeof blockTime>['body']

export type BlockDraft = {
  kind: NonNullable<BlockTerms['kind']> | ''
  /** A person, a resource, or everyone. */
  calendarId: string
  isAllDay: boolean
  date: string
  /** Empty: only on the first day. */
  lastDate: string
  from: string
  to: string
  note: string
}

export const everyone = 'everyone'

/** Days off are whole days; lunch is an hour of each. */
export const withKind = (draft: BlockDraft, kind: BlockDraft['kind']): BlockDraft => ({
  ...draft,
  kind,
  isAllDay: kind === 'vacation' || kind === 'sick-day' ? true : kind === 'break' ? false : draft.isAllDay,
})

export type BlockError = 'days' | 'times'

export function findBlockError({ date, lastDate, isAllDay, from, to }: BlockDraft): BlockError | undefined {
  if (!date || (lastDate && lastDate < date)) return 'days'
  return !isAllDay && (!from || !to) ? 'times' : undefined
}

/** Whole days are blocked in one piece, a part of the day on each of them. */
export function toBlockTerms(draft: BlockDraft, timeZone: string): BlockTerms {
  const { date, lastDate, isAllDay, from, to, kind } = draft
  const note = draft.note.trim()
  const last = lastDate || date
  const endsNextDay = isAllDay || to <= from
  const endDay = isAllDay ? last : date
  return {
    ...toCalendar(draft.calendarId),
    start: toInstant(date, isAllDay ? '00:00' : from, timeZone),
    end: toInstant(endsNextDay ? addDays(endDay, 1) : endDay, isAllDay ? '00:00' : to, timeZone),
    ...(!isAllDay && last > date && { repeatUntil: last }),
    ...(kind && { kind }),
    ...(note && { note }),
  }
}

function toCalendar(calendarId: string): Pick<BlockTerms, 'staffId' | 'resourceId'> {
  const [staff, resource] = [id('staff').safeParse(calendarId), id('resource').safeParse(calendarId)]
  if (staff.success) return { staffId: staff.data }
  return resource.success ? { resourceId: resource.data } : {}
}
