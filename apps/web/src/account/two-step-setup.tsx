import { useEffect, useRef, useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { startSecondFactor, turnOnSecondFactor } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { CodeField, isCode, isWrongCode } from '@buy-locals/features/code-field'
import { Button, Buttons } from '@buy-locals/ui/button'
import { QrCode } from '@buy-locals/ui/qr-code'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { PasswordAgain } from './password-again'
import styles from './two-step-setup.module.css'

type Setup = Output<typeof startSecondFactor>

/** First the password, then the app on the phone, then its first code. */
export function TwoStepSetup({ onDone }: { onDone: (recoveryCodes: string[]) => void }) {
  const [setup, setSetup] = useState<Setup>()
  return setup ? (
    <ConfirmSecret setup={setup} onDone={onDone} onAgain={() => setSetup(undefined)} />
  ) : (
    <PasswordStep onStarted={setSetup} />
  )
}

function PasswordStep({ onStarted }: { onStarted: (setup: Setup) => void }) {
  const t = useT()
  const { send, isBusy, error } = useSend(() => {})
  const [isMissing, setMissing] = useState(false)
  function submit({ get }: FormValues) {
    const password = get('password')
    setMissing(!password)
    if (password) void send(async () => onStarted(await callApi(startSecondFactor, { body: { password } })))
  }
  const isWrong = error instanceof Refusal && error.code === 'auth/wrong-credentials'
  return (
    <Stack gap="lg">
      <Text>{t('account.twoStepIntro')}</Text>
      <Form onSubmit={submit}>
        <PasswordAgain
          label={t('account.deletePassword')}
          name="password"
          error={isMissing ? t('account.deleteMissing') : isWrong ? t('account.deleteWrong') : undefined}
        />
        {!isWrong && <ErrorNotice error={error} />}
        <Button submit busy={isBusy} label={t('account.twoStepStart')} />
      </Form>
    </Stack>
  )
}

type ConfirmProps = { setup: Setup; onDone: (recoveryCodes: string[]) => void; onAgain: () => void }

function ConfirmSecret({ setup, onDone, onAgain }: ConfirmProps) {
  const t = useT()
  const [code, setCode] = useState('')
  const showToast = useToast()
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => {})
  const field = useRef<{ focus: () => void }>(null)
  useEffect(() => field.current?.focus(), [])
  // A browser has no clipboard for a page without TLS.
  const write = async () => navigator.clipboard.writeText(setup.secret)
  const copy = () =>
    write().then(
      () => showToast({ tone: 'success', text: t('account.twoStepCopied') }),
      () => showToast({ tone: 'danger', text: t('account.twoStepNotCopied') }),
    )
  function submit() {
    setMissing(!isCode(code))
    if (!isCode(code)) return
    void send(async () => onDone((await callApi(turnOnSecondFactor, { body: { code } })).recoveryCodes))
  }
  const isExpired = error instanceof Refusal && error.code === 'not-found'
  return (
    <Stack gap="lg">
      <Text>{t('account.twoStepScan')}</Text>
      <QrCode text={setup.uri} label={t('account.twoStepQr')} />
      <Stack gap="xs">
        <Text>{t('account.twoStepSecret')}</Text>
        <Text weight="strong" tabular>
          {inGroups(setup.secret)}
        </Text>
        <Buttons>
          <span className={styles.onPhone}>
            <Button tone="secondary" label={t('account.twoStepOpenApp')} href={setup.uri} />
          </span>
          <Button tone="secondary" icon="copy" label={t('account.twoStepCopy')} onPress={() => void copy()} />
        </Buttons>
      </Stack>
      <Form onSubmit={submit}>
        <CodeField isOfPhone ref={field} value={code} onChange={setCode} isMissing={isMissing} error={error} />
        {isExpired ? (
          <Text tone="danger">{t('account.twoStepExpired')}</Text>
        ) : (
          !isWrongCode(error) && <ErrorNotice error={error} />
        )}
        {isExpired ? (
          <Button label={t('account.twoStepAgain')} onPress={onAgain} />
        ) : (
          <Button submit busy={isBusy} label={t('account.twoStepConfirm')} />
        )}
      </Form>
    </Stack>
  )
}

/** Four letters at a time are easier to copy by hand. */
const inGroups = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')
