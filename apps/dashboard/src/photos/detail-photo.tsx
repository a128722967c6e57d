import { useState } from 'react'
import { listPhotos } from '@buy-locals/contracts/business/operations'
import { maxPhotosOfDetail, type DetailPhoto as Detail } from '@buy-locals/contracts/business/shapes'
import { Stack } from '@buy-locals/ui/stack'
import { UploadRow } from '@buy-locals/features/upload-row'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { Section } from '../forms/edit-form'
import { useCurrentBusiness } from '../shell/current-business'
import { QueryResult } from '../shell/query-result'
import { useT } from '../messages/use-t'
import { AddPhotos } from './add-photos'
import { isUnderWay } from './is-under-way'
import { PhotoItem } from './photo-item'
import { usePhotoUploads } from './use-photo-uploads'
import styles from './photos.module.css'

/** The photo of one service or member of staff. It is saved by itself, not with the form beside it. */
export function DetailPhoto({ of }: Pick<Detail, 'of'>) {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const { uploads, add, retry, dismiss } = usePhotoUploads(business.id, of)
  const [isWaiting, setWaiting] = useState(false)
  const photos = useOperationQuery(listPhotos, { params, query: { of } }, { everyMs: isWaiting ? 1_500 : undefined })
  const items = photos.data?.items ?? []
  if (items.some(isUnderWay) !== isWaiting) setWaiting(!isWaiting)
  const isFree = items.every(({ status }) => status === 'refused') && uploads.length === 0
  return (
    <div className={styles.detail}>
      <Section title={t('photos.one')} intro={t(of.startsWith('stf_') ? 'photos.ofStaff' : 'photos.ofService')}>
        <QueryResult query={photos}>
          {() => (
            <Stack gap="md">
              {isFree && <AddPhotos single onFiles={add} />}
              {uploads.map((upload) => (
                <UploadRow
                  key={upload.key}
                  upload={upload}
                  max={maxPhotosOfDetail}
                  onRetry={() => retry(upload)}
                  onDismiss={() => dismiss(upload)}
                />
              ))}
              {items.length > 0 && (
                <ul className={styles.photos}>
                  {items.map((photo) => (
                    <PhotoItem
                      key={photo.id}
                      photo={photo}
                      place={0}
                      count={1}
                      busy={false}
                      onMove={() => {}}
                      dropSide={undefined}
                      onDrag={() => {}}
                      onDragEnd={() => {}}
                      onDrop={() => {}}
                    />
                  ))}
                </ul>
              )}
            </Stack>
          )}
        </QueryResult>
      </Section>
    </div>
  )
}
