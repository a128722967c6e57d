import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { formatDateTime } from '@buy-locals/values/format-time'
import type { Alternative } from './booking/booking-request'
import { translatorForFeatures, useI18n } from './i18n'

type SlotTakenProps = {
  timeZone: string
  alternatives: readonly Alternative[]
  onChoose: (start: string) => void
}

/** Somebody was faster: the nearest free times, one press away. What was typed stays. */
export function SlotTakenNotice({ timeZone, alternatives, onChoose }: SlotTakenProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const buttons = alternatives
    .slice(0, 4)
    .map(({ start }) => (
      <Button
        key={start}
        tone="secondary"
        label={formatDateTime(i18n, start, timeZone)}
        name={t('book.alternative', { when: formatDateTime(i18n, start, timeZone) })}
        onPress={() => onChoose(start)}
      />
    ))
  return (
    <Notice
      tone="danger"
      title={t('book.takenTitle')}
      text={t(buttons.length ? 'book.takenText' : 'book.takenNone')}
      action={<Buttons>{buttons}</Buttons>}
    />
  )
}
