import { Button, Buttons } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/use-t'

/** Somebody else has saved meanwhile: what they wrote, or what is written here. */
export function StaleNotice({ stale }: { stale: { theirs: () => void; mine: () => void } }) {
  const t = useT()
  return (
    <Notice
      tone="danger"
      title={t('forms.stale')}
      text={t('forms.staleText')}
      action={
        <Buttons>
          <Button tone="secondary" label={t('forms.mine')} onPress={stale.mine} />
          <Button tone="quiet" label={t('forms.theirs')} onPress={stale.theirs} />
        </Buttons>
      }
    />
  )
}
