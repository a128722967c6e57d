import { useState } from 'react'
import { redirect, useLoaderData, useRevalidator } from 'react-router'
import { readSecondFactor, renewRecoveryCodes, turnOffSecondFactor } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime } from '@buy-locals/values/format-time'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { RecoveryCodes } from './recovery-codes'
import { useReturnPath } from './return-path'
import { TwoStepSetup } from './two-step-setup'

export async function loader({ request, context: { me, markets, callApi: call } }: LoaderArgs) {
  if (!me) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/sign-in?to=${encodeURIComponent(pathname + search)}`)
  }
  const factor = await call(readSecondFactor, {})
  return { factor, email: me.email, timeZone: me.timeZone ?? markets[0]?.timeZone ?? 'UTC' }
}

export const meta = privatePage('account.twoStep')

/** Whoever was led here goes back to where they wanted to go. */
export default function TwoStep() {
  const t = useT()
  const { factor, email, timeZone } = useLoaderData<typeof loader>()
  const to = useReturnPath()
  const { revalidate } = useRevalidator()
  const [codes, setCodes] = useState<string[]>()
  function leave() {
    setCodes(undefined)
    if (to === '/') void revalidate()
    else window.location.assign(to)
  }
  if (codes) return <RecoveryCodes codes={codes} email={email} onDone={leave} />
  return (
    <AccountPage title={t('account.twoStep')}>
      {factor.isRequired && !factor.isOn && <Notice tone="pending" title={t('account.twoStepRequired')} />}
      {factor.isOn ? (
        <TwoStepOn factor={factor} timeZone={timeZone} onCodes={setCodes} />
      ) : (
        <TwoStepSetup onDone={setCodes} />
      )}
    </AccountPage>
  )
}

type OnProps = {
  factor: Output<typeof readSecondFactor>
  timeZone: string
  onCodes: (codes: string[]) => void
}

function TwoStepOn({ factor, timeZone, onCodes }: OnProps) {
  const t = useT()
  const i18n = useI18n()
  const showToast = useToast()
  const { revalidate } = useRevalidator()
  const renew = useSend(() => {})
  const turnOff = useSend(() => {
    showToast({ tone: 'success', text: t('account.twoStepTurnedOff') })
    void revalidate()
  })
  const { since, recoveryCodesLeft = 0, isRequired } = factor
  return (
    <Stack gap="xl">
      <Stack gap="xs">
        {since && (
          <Text weight="strong">{t('account.twoStepSince', { when: formatDateTime(i18n, since, timeZone) })}</Text>
        )}
        <Text>{t('account.twoStepHow')}</Text>
      </Stack>
      <Stack gap="sm">
        <Text weight="strong">{t('account.recoveryLeft', { count: recoveryCodesLeft })}</Text>
        <Text>{t('account.recoveryRenewText')}</Text>
        <ErrorNotice error={renew.error} />
        <Buttons>
          <Button
            tone="secondary"
            busy={renew.isBusy}
            label={t('account.recoveryRenew')}
            onPress={() => void renew.send(async () => onCodes((await callApi(renewRecoveryCodes, {})).recoveryCodes))}
          />
        </Buttons>
      </Stack>
      {isRequired ? (
        <Text tone="quiet">{t('account.twoStepKept')}</Text>
      ) : (
        <Stack gap="sm">
          <Text>{t('account.twoStepTurnOffText')}</Text>
          <ErrorNotice error={turnOff.error} />
          <Buttons>
            <Button
              tone="secondary"
              busy={turnOff.isBusy}
              label={t('account.twoStepTurnOff')}
              onPress={() => void turnOff.send(() => callApi(turnOffSecondFactor, {}))}
            />
          </Buttons>
        </Stack>
      )}
    </Stack>
  )
}
