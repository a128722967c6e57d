import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { requestSmsNumber } from '@buy-locals/contracts/notification/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'
import { readPhone } from '../site/read-phone'

/** What is agreed to stands above the button, and is sent with the number as it was read. */
export function SmsNumberForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { locale } = useI18n()
  const check = useFieldChecks()
  const { revalidate } = useRevalidator()
  const [wrong, setWrong] = useState<string>()
  const { send, isBusy, error } = useSend(() => {
    void revalidate()
    onDone()
  })
  const wording = t('account.smsConsent')
  async function submit({ get }: FormValues) {
    const phone = await readPhone(get('phone'), regionOf(locale))
    setWrong(phone ? undefined : (check.phone(get('phone'), phone) ?? t('account.smsMissing')))
    if (phone) void send(() => callApi(requestSmsNumber, { body: { phone, consent: { source: 'site', wording } } }))
  }
  return (
    <Form onSubmit={(values) => void submit(values)}>
      <Text>{t('account.smsText')}</Text>
      <TextField label={t('account.smsPhone')} name="phone" kind="tel" autoComplete="tel" error={wrong} />
      <Text size="small" tone="quiet">
        {wording}
      </Text>
      <ErrorNotice error={error} />
      <Button submit busy={isBusy} label={t('account.smsSend')} />
    </Form>
  )
}

/** A number of another country is written with its code. */
const regionOf = (locale: string) => new Intl.Locale(locale).region ?? 'US'
