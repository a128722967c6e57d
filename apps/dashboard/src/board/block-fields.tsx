import { maxBlocksAtOnce } from '@buy-locals/contracts/booking/shapes'
import { CheckField } from '@buy-locals/ui/check-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { blockKinds, withKind, type BlockDraft, type BlockErrors } from '@buy-locals/features/board/block-draft'
import { Pair } from '../forms/edit-form'
import { useT } from '../messages/use-t'

type BlockFieldsProps = {
  draft: BlockDraft
  errors: BlockErrors
  calendars: readonly { value: string; label: string }[]
  onChange: (draft: BlockDraft) => void
}

/** Why, whose, on which days, and when on each of them. */
export function BlockFields({ draft, errors, calendars, onChange }: BlockFieldsProps) {
  const t = useT()
  const set = (field: keyof BlockDraft) => (value: string | boolean) => onChange({ ...draft, [field]: value })
  const texts = {
    noDay: t('field.date'),
    noTime: t('field.time'),
    skipped: t('field.skippedTime'),
    endOrder: t('board.blockEndOrder'),
    overADay: t('board.blockOverADay'),
    dayOrder: t('board.blockDays'),
    tooFar: t('board.blockTooFar'),
    tooLong: t('board.blockTooLong'),
    tooMany: t('board.blockTooMany', { max: maxBlocksAtOnce }),
  }
  const errorOf = (field: keyof BlockDraft) => errors[field] && texts[errors[field]]
  return (
    <>
      <Text tone="quiet">{t('board.blockIntro')}</Text>
      <SelectField
        label={t('board.blockKind')}
        value={draft.kind}
        onChange={(value) => onChange(withKind(draft, blockKinds.find((kind) => kind === value) ?? ''))}
        options={blockKinds.map((kind) => ({ value: kind, label: t(`board.kind.${kind || 'other'}`) }))}
      />
      <SelectField
        label={t('board.blockCalendar')}
        value={draft.calendarId}
        onChange={set('calendarId')}
        options={calendars}
      />
      <Pair>
        <TextField
          label={t('board.blockOn')}
          kind="date"
          error={errorOf('date')}
          value={draft.date}
          onChange={set('date')}
        />
        <TextField
          optional
          label={t('board.blockUntil')}
          kind="date"
          error={errorOf('lastDate')}
          value={draft.lastDate}
          onChange={set('lastDate')}
        />
      </Pair>
      <CheckField label={t('board.allDay')} value={draft.isAllDay} onChange={set('isAllDay')} />
      {!draft.isAllDay && (
        <Pair>
          <TextField
            label={t('board.blockFrom')}
            kind="time"
            error={errorOf('from')}
            value={draft.from}
            onChange={set('from')}
          />
          <TextField
            label={t('board.blockTo')}
            kind="time"
            error={errorOf('to')}
            value={draft.to}
            onChange={set('to')}
          />
        </Pair>
      )}
      {!draft.isAllDay && draft.lastDate > draft.date && (
        <Text size="small" tone="quiet">
          {t('board.blockEachDay')}
        </Text>
      )}
      <TextField optional label={t('board.blockNote')} maxLength={200} value={draft.note} onChange={set('note')} />
    </>
  )
}
