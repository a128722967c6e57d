import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { useT } from '../messages/use-t'
import { siteUrl } from '../shell/links'
import { Screen } from '../shell/screen'
import { SignOut } from '../shell/sign-out'
import { SignedOutFrame } from '../shell/signed-out-frame'

/** In place of the pages of a market, which take a session that was opened with a code. */
export function NeedsSecondFactor() {
  const t = useT()
  const page = siteUrl('/account/two-step?to=/dashboard/operator')
  return (
    <SignedOutFrame actions={<SignOut />}>
      <Screen title={t('operator.twoStepTitle')}>
        <EmptyState
          icon="shield-check"
          title={t('operator.twoStep')}
          text={t('operator.twoStepText')}
          action={<Button label={t('operator.twoStepAction')} href={page} />}
        />
      </Screen>
    </SignedOutFrame>
  )
}
