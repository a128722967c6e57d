import { maxBlocksAtOnce } from '@buy-locals/contracts/booking/shapes'
import { blockKinds, withKind, type BlockDraft, type BlockErrors } from '@buy-locals/features/board/block-draft'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { SelectField } from '@buy-locals/ui/select-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../../messages/mobile-i18n'
import { DayPicker } from '../board/day-picker'

type BlockFieldsProps = {
  draft: BlockDraft
  today: string
  errors: BlockErrors
  calendars: readonly { value: string; label: string }[]
  onChange: (draft: BlockDraft) => void
}

/** Whose, on which day, when, and why. */
export function BlockFields({ draft, today, errors, calendars, onChange }: BlockFieldsProps) {
  const t = useT()
  const set = (field: keyof BlockDraft) => (value: string | boolean) => onChange({ ...draft, [field]: value })
  const texts = {
    noDay: t('ownerForm.date'),
    noTime: t('ownerForm.time'),
    skipped: t('ownerForm.skippedTime'),
    endOrder: t('board.blockEndOrder'),
    overADay: t('board.blockOverADay'),
    dayOrder: t('board.blockDays'),
    tooFar: t('board.blockTooFar'),
    tooLong: t('board.blockTooLong'),
    tooMany: t('board.blockTooMany', { max: maxBlocksAtOnce }),
  }
  const dayFault = errors.date ?? errors.lastDate
  return (
    <Stack gap="lg">
      <SelectField
        label={t('board.blockCalendar')}
        value={draft.calendarId}
        onChange={set('calendarId')}
        options={calendars}
      />
      <DayPicker date={draft.date} today={today} first={today} onChoose={set('date')} />
      {dayFault && <Notice tone="danger" title={texts[dayFault]} />}
      <CheckField label={t('board.allDay')} value={draft.isAllDay} onChange={set('isAllDay')} />
      {!draft.isAllDay &&
        (['from', 'to'] as const).map((field) => (
          <TextField
            key={field}
            label={t(field === 'from' ? 'board.blockFrom' : 'board.blockTo')}
            kind="time"
            hint={t('business.timeHint')}
            error={errors[field] && texts[errors[field]]}
            value={draft[field]}
            onChange={set(field)}
          />
        ))}
      <SelectField
        label={t('board.blockKind')}
        value={draft.kind}
        onChange={(value) => onChange(withKind(draft, blockKinds.find((kind) => kind === value) ?? ''))}
        options={blockKinds.map((kind) => ({ value: kind, label: t(`board.kind.${kind || 'other'}`) }))}
      />
      <TextField optional label={t('board.blockNote')} maxLength={200} value={draft.note} onChange={set('note')} />
    </Stack>
  )
}
