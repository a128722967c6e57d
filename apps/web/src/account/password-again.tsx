import type { Ref } from 'react'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'

type PasswordAgainProps = { label: string; name: string; error: string | undefined; ref?: Ref<{ focus: () => void }> }

/** Before what somebody at an open screen is not to do. Whoever came by a provider has none yet, and is mailed a link to set one. */
export function PasswordAgain({ label, name, error, ref }: PasswordAgainProps) {
  const t = useT()
  return (
    <Stack gap="sm">
      <PasswordField ref={ref} label={label} name={name} error={error} />
      <span>
        <TextLink label={t('account.forgotOrUnset')} href="/forgot-password" size="small" />
      </span>
    </Stack>
  )
}
