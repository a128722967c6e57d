import type { ErrorBoundaryProps } from 'expo-router'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { ErrorState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { tryAgain } from './try-again'

/** In the place of a screen that has failed; the others stay. */
export function ScreenError({ error, retry }: ErrorBoundaryProps) {
  return <Failed error={error} onRetry={() => tryAgain(error, retry)} />
}

type FailedProps = { error: unknown; onRetry: () => void }

/** What a screen could not load, and the way to try again. */
export function Failed(failed: FailedProps) {
  return (
    <Page>
      <FailedState level={1} {...failed} />
    </Page>
  )
}

export function FailedState({ level, error, onRetry }: FailedProps & { level: 1 | 2 | 3 }) {
  const t = useT()
  const describeError = useErrorText()
  const action = <Button icon="refresh-cw" label={t('app.again')} onPress={onRetry} />
  return <ErrorState level={level} title={t('app.failed')} text={describeError(error)} action={action} />
}
