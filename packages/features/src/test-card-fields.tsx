import type { TypedCard } from '@buy-locals/client/test-card'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { translatorForFeatures, useI18n } from './i18n'

type TestCardFieldsProps = { card: TypedCard; disabled?: boolean; onChange: (card: TypedCard) => void }

/** For the demonstration, and labelled so: no real card is typed here. */
export function TestCardFields({ card, disabled = false, onChange }: TestCardFieldsProps) {
  const t = translatorForFeatures(useI18n())
  const change = (part: keyof TypedCard) => (text: string) => onChange({ ...card, [part]: text })
  return (
    <>
      <Notice tone="info" title={t('pay.testTitle')} text={t('pay.testText')} />
      <TextField
        label={t('pay.card')}
        disabled={disabled}
        kind="code"
        autoComplete="off"
        value={card.number}
        onChange={change('number')}
      />
      <Row gap="lg" align="end">
        <Stack grow>
          <TextField
            label={t('pay.expiry')}
            disabled={disabled}
            autoComplete="off"
            value={card.expiry}
            onChange={change('expiry')}
          />
        </Stack>
        <Stack grow>
          <TextField
            label={t('pay.cvc')}
            disabled={disabled}
            kind="code"
            autoComplete="off"
            maxLength={4}
            value={card.cvc}
            onChange={change('cvc')}
          />
        </Stack>
      </Row>
    </>
  )
}
