import type { listProviders } from '@buy-locals/contracts/auth/operations'
import { startProviderSignIn } from '@buy-locals/contracts/auth/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'

export type Provider = Output<typeof listProviders>['items'][number]

/** Only those that are set up here; nothing where none is. */
export function ProviderButtons({ providers, to }: { providers: readonly Provider[]; to: string }) {
  const t = useT()
  const { send, isBusy, error } = useSend(() => {})
  if (providers.length === 0) return null
  const start = async ({ id: provider }: Provider) => {
    const { url } = await callApi(startProviderSignIn, { params: { provider }, body: { to } })
    window.location.assign(url)
  }
  return (
    <Stack gap="sm">
      {providers.map((provider) => (
        <Button
          key={provider.id}
          wide
          large
          tone="secondary"
          disabled={isBusy}
          label={t('account.continueWith', { name: provider.name })}
          onPress={() => void send(() => start(provider))}
        />
      ))}
      <ErrorNotice error={error} />
      <Text size="fine" tone="quiet">
        {t('account.providerAgree')}
      </Text>
    </Stack>
  )
}
