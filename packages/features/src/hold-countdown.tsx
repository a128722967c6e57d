import { Countdown } from '@buy-locals/ui/countdown'
import { translatorForFeatures, useI18n } from './i18n'

type HoldCountdownProps = { expiresAt: string; serverNow: () => string; onEnd: () => void }

/** How long a time is held, by the server's clock. */
export function HoldCountdown({ expiresAt, serverNow, onEnd }: HoldCountdownProps) {
  const t = translatorForFeatures(useI18n())
  const announce = (seconds: number) =>
    seconds < 60 ? t('pay.secondsLeft', { count: seconds }) : t('pay.minutesLeft', { count: Math.round(seconds / 60) })
  return (
    <Countdown
      label={t('pay.keep')}
      millisecondsLeft={() => Date.parse(expiresAt) - Date.parse(serverNow())}
      announce={announce}
      onEnd={onEnd}
    />
  )
}
