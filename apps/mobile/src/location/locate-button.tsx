import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { LocateDialog } from './locate-dialog'
import { useLocate } from './use-locate'

/** "Use my location", with the reason before the system's own prompt. */
export function LocateButton({ onLocated }: { onLocated: (near: { lat: number; lon: number }) => void }) {
  const t = translatorForFeatures(useI18n())
  const { step, start, goOn, stop } = useLocate(onLocated)
  const isLocating = step === 'locating'
  return (
    <>
      <Button
        tone="quiet"
        flush
        icon="navigation"
        busy={isLocating}
        opensDialog
        label={t(isLocating ? 'find.locating' : 'find.locate')}
        onPress={() => void start()}
      />
      <LocateDialog step={step} onContinue={() => void goOn()} onClose={stop} />
    </>
  )
}
