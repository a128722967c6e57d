import { useNavigate, useSearchParams } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/site-i18n'
import type { Alternative } from './use-book'

type SlotTakenProps = { timeZone: string; alternatives: readonly Alternative[] }

/** Somebody was faster: the nearest free times, one press away. What was typed stays. */
export function SlotTakenNotice({ timeZone, alternatives }: SlotTakenProps) {
  const t = useT()
  const i18n = useI18n()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  function take(start: string) {
    const next = new URLSearchParams(params)
    next.set('at', start)
    void navigate(`?${next.toString()}`, { replace: true, preventScrollReset: true })
  }
  const buttons = alternatives
    .slice(0, 4)
    .map(({ start }) => (
      <Button
        key={start}
        tone="secondary"
        label={formatDateTime(i18n, start, timeZone)}
        name={t('book.alternative', { when: formatDateTime(i18n, start, timeZone) })}
        onPress={() => take(start)}
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
