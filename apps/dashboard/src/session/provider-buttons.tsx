import { listProviders, startProviderSignIn } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useT } from '../messages/use-t'

/** Only those that are set up here; nothing where none is. The page that goes on is the site's. */
export function ProviderButtons({ to }: { to: string }) {
  const t = useT()
  const providers = useOperationQuery(listProviders, {})
  const start = useOperationMutation(startProviderSignIn, { onSuccess: ({ url }) => window.location.assign(url) })
  const items = providers.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Stack gap="sm">
      {items.map(({ id: provider, name }) => (
        <Button
          key={provider}
          wide
          large
          tone="secondary"
          disabled={start.isPending}
          label={t('session.continueWith', { name })}
          onPress={() => start.mutate({ input: { params: { provider }, body: { to: `/dashboard${to}` } } })}
        />
      ))}
      <Text size="fine" tone="quiet">
        {t('session.providerAgree')}
      </Text>
    </Stack>
  )
}
