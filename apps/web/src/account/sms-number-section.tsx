import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { confirmSmsNumber, removeSmsNumber, type readSmsNumber } from '@buy-locals/contracts/notification/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { SmsNumberForm } from './sms-number-form'

/** Numbers as they are written where they are read. */
type Own = Pick<Output<typeof readSmsNumber>, 'number'> & { phoneText: string; senderText: string }

/** Where somebody is texted: none, one whose code is to be entered, one that works, or one that has sent STOP. */
export function SmsNumberSection({ number, phoneText, senderText }: Own) {
  const t = useT()
  const [isChanging, setChanging] = useState(false)
  const done = () => setChanging(false)
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('account.sms')}
      </Title>
      {(!number || isChanging) && <SmsNumberForm onDone={done} />}
      {number && !isChanging && number.status === 'unconfirmed' && <CodeForm phone={phoneText} />}
      {number && !isChanging && number.status !== 'unconfirmed' && <Text weight="strong">{phoneText}</Text>}
      {number?.status === 'stopped' && (
        <Text>{senderText ? t('account.smsStoppedAt', { phone: senderText }) : t('account.smsStopped')}</Text>
      )}
      {number && (
        <Row gap="md" wrap>
          <Button
            tone="secondary"
            label={isChanging ? t('account.keep') : t('account.smsChange')}
            onPress={() => setChanging(!isChanging)}
          />
          {!isChanging && <RemoveButton />}
        </Row>
      )}
    </Stack>
  )
}

function CodeForm({ phone }: { phone: string }) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => void revalidate())
  function submit({ get }: FormValues) {
    const code = get('code').replaceAll(/\D/g, '')
    setMissing(code.length !== 6)
    if (code.length === 6) void send(() => callApi(confirmSmsNumber, { body: { code } }))
  }
  return (
    <Form onSubmit={submit}>
      <Text>{t('account.smsCodeSent', { phone })}</Text>
      <TextField
        label={t('account.smsCode')}
        name="code"
        kind="code"
        maxLength={12}
        error={isMissing ? t('account.smsCodeMissing') : undefined}
      />
      <ErrorNotice error={error} />
      <Button submit busy={isBusy} label={t('account.smsConfirm')} />
    </Form>
  )
}

function RemoveButton() {
  const t = useT()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  return (
    <>
      <Button
        tone="secondary"
        busy={isBusy}
        label={t('account.smsRemove')}
        onPress={() => void send(() => callApi(removeSmsNumber, {}))}
      />
      <ErrorNotice error={error} />
    </>
  )
}
