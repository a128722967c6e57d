import { Button, Buttons } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Row, Stack } from '@buy-locals/ui/stack'
import { translatorForFeatures, useI18n } from './i18n'
import type { FileFault } from './photos/check-file'

/** Why a photo is not there: the file is none that can be sent, there are as many as there can be, or it did not arrive. */
export type UploadFault = FileFault | 'limit' | 'failed'

type UploadRowProps = {
  upload: { file: { name: string }; done: number; fault?: UploadFault | undefined }
  /** How many photos there can be. */
  max: number
  onRetry: () => void
  onDismiss: () => void
}

/** A photo on its way, or why it did not arrive. */
export function UploadRow({ upload: { file, done, fault }, max, onRetry, onDismiss }: UploadRowProps) {
  const t = translatorForFeatures(useI18n())
  const { name } = file
  if (!fault)
    return (
      <Row gap="md">
        <Stack grow>
          <Progress label={t('upload.sending', { name })} done={done} />
        </Stack>
        <IconButton icon="x" label={t('upload.cancel', { name })} onPress={onDismiss} />
      </Row>
    )
  const isFailed = fault === 'failed'
  return (
    <Stack gap="sm">
      <Notice
        tone="danger"
        title={t(isFailed || fault === 'limit' ? 'upload.failed' : 'upload.unusable', { name })}
        text={t(`photoFault.${fault}`, { max, count: max })}
      />
      <Buttons>
        {isFailed && <Button tone="secondary" label={t('upload.retry')} onPress={onRetry} />}
        <Button flush={!isFailed} tone="quiet" label={t('upload.dismiss')} onPress={onDismiss} />
      </Buttons>
    </Stack>
  )
}
