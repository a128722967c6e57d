import { useEffect, useRef } from 'react'
import { maxReviewPhotos } from '@buy-locals/contracts/review/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { UploadRow } from '@buy-locals/features/upload-row'
import { Button } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Notice } from '@buy-locals/ui/notice'
import { Photo } from '@buy-locals/ui/photo'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/site-i18n'
import styles from './review-photos-field.module.css'
import { useReviewPhotos } from './use-review-photos'

const accepted = 'image/jpeg,image/png,image/webp,image/avif,.heic,.heif'

type ReviewPhotosFieldProps = { bookingId: Id<'booking'>; onSending: (isSending: boolean) => void }

/** Photos for a review, which are stored at once and shown when it is published. */
export function ReviewPhotosField({ bookingId, onSending }: ReviewPhotosFieldProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { photos, uploads, add, remove, retry, dismiss } = useReviewPhotos(bookingId)
  const input = useRef<HTMLInputElement>(null)
  const isSending = uploads.some(({ fault }) => !fault)
  useEffect(() => onSending(isSending), [onSending, isSending])
  const count =
    photos.filter(({ status }) => status !== 'refused').length + uploads.filter(({ fault }) => !fault).length
  return (
    <Stack gap="sm">
      <Text size="small" weight="strong">
        {t('booking.reviewPhotos')}
      </Text>
      <Text size="small" tone="quiet">
        {t('booking.reviewPhotosHint', { max: maxReviewPhotos })}
      </Text>
      {photos.length > 0 && (
        <ul className={styles.photos}>
          {photos.map(({ id, shown, refusal }, index) => (
            <li key={id}>
              {refusal ? (
                <Notice
                  tone="danger"
                  title={t('booking.reviewPhotoRefused')}
                  text={tFeatures(`photoFault.${refusal}`)}
                />
              ) : (
                <div className={styles.photo}>
                  <Photo
                    ratio={1}
                    src={shown?.sizes[0]?.jpeg}
                    {...(shown && photoSources(shown))}
                    sizes="120px"
                    alt={t('booking.reviewPhoto', { number: index + 1 })}
                    fallback={
                      <div className={styles.waiting}>
                        <Progress label={t('booking.reviewPhotosReady')} />
                      </div>
                    }
                  />
                </div>
              )}
              <IconButton
                bordered
                icon="trash"
                label={t('booking.reviewPhotoDelete', { number: index + 1 })}
                onPress={() => void remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      {uploads.map((upload) => (
        <UploadRow
          key={upload.key}
          upload={upload}
          max={maxReviewPhotos}
          onRetry={() => retry(upload)}
          onDismiss={() => dismiss(upload)}
        />
      ))}
      {count < maxReviewPhotos && (
        <span>
          <Button
            tone="secondary"
            icon="upload"
            label={t('booking.reviewPhotosAdd')}
            onPress={() => input.current?.click()}
          />
        </span>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accepted}
        aria-label={t('booking.reviewPhotosAdd')}
        onChange={({ target }) => {
          add([...(target.files ?? [])])
          target.value = '' // the same file can be chosen again
        }}
      />
    </Stack>
  )
}
