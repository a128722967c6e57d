import { maxPhotos } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button, Buttons } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Row, Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/use-t'
import type { FileUpload } from './use-uploads'

type UploadItemProps = { upload: FileUpload; max?: number; onRetry: () => void; onDismiss: () => void }

export function UploadItem({ upload: { file, done, fault }, max = maxPhotos, onRetry, onDismiss }: UploadItemProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { name } = file
  if (!fault)
    return (
      <Row gap="md">
        <Stack grow>
          <Progress label={t('photos.sending', { name })} done={done} />
        </Stack>
        <IconButton icon="x" label={t('photos.cancel', { name })} onPress={onDismiss} />
      </Row>
    )
  return (
    <Stack gap="sm">
      <Notice
        tone="danger"
        title={t('photos.failed', { name })}
        text={tFeatures(`photoFault.${fault}`, { max, count: max })}
      />
      <Buttons>
        {fault === 'failed' && <Button tone="secondary" label={t('photos.retry')} onPress={onRetry} />}
        <Button flush={fault !== 'failed'} tone="quiet" label={t('photos.dismiss')} onPress={onDismiss} />
      </Buttons>
    </Stack>
  )
}
