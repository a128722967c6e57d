import { useRef } from 'react'
import { readKept, useKept } from '@buy-locals/client/stored-text'
import { maxAltLength } from '@buy-locals/contracts/business/shapes'
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
import { TextField } from '@buy-locals/ui/text-field'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../messages/site-i18n'
import styles from './review-photos-field.module.css'
import type { useReviewPhotos } from './use-review-photos'

const accepted = 'image/jpeg,image/png,image/webp,image/avif,.heic,.heif'

const altKey = (photoId: Id<'photo'>) => `alt ${photoId}`

/** What the reviewer has written of it so far. */
export const readPhotoAlt = (photoId: Id<'photo'>): string => readKept(altKey(photoId))?.trim() ?? ''

/** Photos for a review, which are stored at once and shown when it is published. */
export function ReviewPhotosField({
  photos,
  uploads,
  add,
  remove,
  retry,
  dismiss,
}: ReturnType<typeof useReviewPhotos>) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const input = useRef<HTMLInputElement>(null)
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
        <Text size="small" tone="quiet">
          {t('booking.reviewPhotosAlt')}
        </Text>
      )}
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
              {!refusal && <PhotoAltField photoId={id} number={index + 1} />}
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

function PhotoAltField({ photoId, number }: { photoId: Id<'photo'>; number: number }) {
  const t = useT()
  const [alt = '', setAlt] = useKept(altKey(photoId))
  return (
    <div className={styles.alt}>
      <TextField
        optional
        maxLength={maxAltLength}
        label={t('booking.reviewPhotoAlt', { number })}
        value={alt}
        onChange={setAlt}
      />
    </div>
  )
}
