import { useEffect, useRef, useState } from 'react'
import { useRevalidator } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { startProviderLink, unlinkProvider, type listMyProviders } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { PlainList } from '../site/plain-list'
import { PasswordAgain } from './password-again'

type MyProvider = Output<typeof listMyProviders>['items'][number]

/** Nothing where no provider is set up, and none is linked. */
export function ProvidersSection({ providers }: { providers: readonly MyProvider[] }) {
  const t = useT()
  if (providers.length === 0) return null
  return (
    <Stack gap="sm">
      <Title level={2} size="lead">
        {t('account.providers')}
      </Title>
      <PlainList>
        {providers.map((provider) => (
          <li key={provider.id}>{provider.isLinked ? <Linked {...provider} /> : <Unlinked {...provider} />}</li>
        ))}
      </PlainList>
    </Stack>
  )
}

function Linked({ id: provider, name, email }: MyProvider) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const { send, isBusy, error } = useSend(() => void revalidate())
  return (
    <Stack gap="xs">
      <Text weight="strong">{name}</Text>
      <Text tone="quiet">{email ? t('account.providerLinkedAs', { email }) : t('account.providerLinked')}</Text>
      <ErrorNotice error={error} />
      <div>
        <Button
          tone="secondary"
          busy={isBusy}
          label={t('account.providerUnlink')}
          name={t('account.providerUnlinkName', { name })}
          onPress={() => void send(() => callApi(unlinkProvider, { params: { provider } }))}
        />
      </div>
    </Stack>
  )
}

/** The password is asked for: whoever links a provider can sign in by it from then on. */
function Unlinked({ id: provider, name }: MyProvider) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const field = useRef<{ focus: () => void }>(null)
  useEffect(() => {
    if (isOpen) field.current?.focus()
  }, [isOpen])
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => {})
  const isWrong = error instanceof Refusal && error.code === 'auth/wrong-credentials'
  async function start(password: string) {
    const { url } = await callApi(startProviderLink, { params: { provider }, body: { password } })
    window.location.assign(url)
  }
  function submit({ get }: FormValues) {
    const password = get('password')
    setMissing(!password)
    if (password) void send(() => start(password))
  }
  return (
    <Stack gap="sm">
      <Text weight="strong">{name}</Text>
      {isOpen && (
        <Form onSubmit={submit}>
          <PasswordAgain
            ref={field}
            label={t('account.deletePassword')}
            name="password"
            error={isMissing ? t('account.deleteMissing') : isWrong ? t('account.deleteWrong') : undefined}
          />
          {!isWrong && <ErrorNotice error={error} />}
          <Button submit busy={isBusy} label={t('account.continueWith', { name })} />
        </Form>
      )}
      {!isOpen && (
        <div>
          <Button
            tone="secondary"
            label={t('account.providerLink')}
            name={t('account.providerLinkName', { name })}
            onPress={() => setOpen(true)}
          />
        </div>
      )}
    </Stack>
  )
}
