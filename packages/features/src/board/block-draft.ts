import { addDays } from '../time/dates'
import type { blockTime } from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { id } from '@buy-locals/values/ids'
import type { FaultCode } from '@buy-locals/contracts/fault'
import { isSkipped, toInstant } from '../time/wall-time'

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

export const blockKinds = ['', 'vacation', 'sick-day', 'break'] as const

/** Days off are whole days; lunch is an hour of each. */
export const withKind = (draft: BlockDraft, kind: BlockDraft['kind']): BlockDraft => ({
  ...draft,
  kind,
  isAllDay: kind === 'vacation' || kind === 'sick-day' ? true : kind === 'break' ? false : draft.isAllDay,
})

type BlockFault =
  'noDay' | 'dayOrder' | 'noTime' | 'skipped' | 'endOrder' | 'overADay' | 'tooFar' | 'tooLong' | 'tooMany'
/** What is wrong, by the field in which it can be mended. */
export type BlockErrors = Partial<Record<keyof BlockDraft, BlockFault | undefined>>

export function findBlockErrors({ date, lastDate, isAllDay, from, to }: BlockDraft, timeZone: string): BlockErrors {
  const check = (day: string, time: string) =>
    time ? (day && isSkipped(day, time, timeZone) ? 'skipped' : undefined) : 'noTime'
  return {
    date: date ? undefined : 'noDay',
    lastDate: date && lastDate && lastDate < date ? 'dayOrder' : undefined,
    ...(!isAllDay && { from: check(date, from), to: check(date && to <= from ? addDays(date, 1) : date, to) }),
  }
}

type Refused = { code?: FaultCode; pointer?: string }

const errorsOf: Partial<Record<FaultCode, BlockErrors>> = {
  'too-far-away': { date: 'tooFar' },
  'repeat-before-start': { lastDate: 'dayOrder' },
  'end-before-start': { to: 'endOrder' },
  'repeated-over-a-day': { to: 'overADay' },
  'too-many-blocks': { lastDate: 'tooMany' },
}

const toErrors = ({ code, pointer }: Refused): BlockErrors | undefined => {
  if (code === 'too-many-days') return { lastDate: pointer?.endsWith('repeatUntil') ? 'tooMany' : 'tooLong' }
  return code && errorsOf[code]
}

/** What the server refuses, where this form can show all of it. */
export function toBlockErrors(refused: readonly Refused[]): BlockErrors | undefined {
  const found = refused.flatMap((fault) => toErrors(fault) ?? [])
  return found.length > 0 && found.length === refused.length
    ? found.reduce((all, one) => ({ ...all, ...one }))
    : undefined
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
