import { useState } from 'react'
import { listPhotos, orderPhotos, readBusiness } from '@buy-locals/contracts/business/operations'
import { maxPhotos } from '@buy-locals/contracts/business/shapes'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { VisuallyHidden } from '@buy-locals/ui/visually-hidden'
import { UploadRow } from '@buy-locals/features/upload-row'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useCurrentBusiness } from '../shell/current-business'
import { QueryResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { AddPhotos } from './add-photos'
import { isUnderWay } from './is-under-way'
import { dropSideOf, move } from './move-photo'
import { PhotoItem } from './photo-item'
import { usePhotoUploads } from './use-photo-uploads'
import styles from './photos.module.css'

export function Component() {
  const t = useT()
  const { business, params } = useCurrentBusiness()
  const { uploads, add, retry, dismiss } = usePhotoUploads(business.id)
  const [isWaiting, setWaiting] = useState(false)
  const photos = useOperationQuery(listPhotos, { params }, { everyMs: isWaiting ? 1_500 : undefined })
  const all = photos.data?.items ?? []
  // What is being sent is shown above, with its progress.
  const sending = new Set(uploads.map(({ photoId }) => photoId))
  const items = all.filter(({ id }) => !sending.has(id))
  if (items.some(isUnderWay) !== isWaiting) setWaiting(!isWaiting)
  const order = useOperationMutation(orderPhotos, { invalidates: [listPhotos, readBusiness] })
  const [moved, setMoved] = useState('')
  const moveTo = (from: number, to: number) => {
    const photoIds = [...move(items, from, to), ...all.filter(({ id }) => sending.has(id))].map(({ id }) => id)
    const photo = items[from]?.alt || t('photos.number', { number: from + 1 })
    const onSuccess = () => setMoved(t('photos.moved', { photo, place: to + 1, count: items.length }))
    order.mutate({ input: { params, body: { photoIds } } }, { onSuccess })
  }
  const [dragged, setDragged] = useState<number>()
  const taken = items.filter(({ status }) => status !== 'refused').length
  return (
    <Screen title={t('photos.title')} place={business.name} intro={t('photos.intro')}>
      <QueryResult query={photos}>
        {() => (
          <Stack gap="lg">
            <AddPhotos onFiles={add} />
            {uploads.map((upload) => (
              <UploadRow
                key={upload.key}
                upload={upload}
                max={maxPhotos}
                onRetry={() => retry(upload)}
                onDismiss={() => dismiss(upload)}
              />
            ))}
            {items.length === 0 && uploads.length === 0 && (
              <EmptyState icon="image" title={t('photos.none')} text={t('photos.noneText')} />
            )}
            {items.length > 0 && (
              <>
                <Text size="small" tone="quiet">
                  {t('photos.countOf', { count: taken, max: maxPhotos })}
                </Text>
                <div role="status">
                  <VisuallyHidden>{moved}</VisuallyHidden>
                </div>
                <ol className={styles.photos}>
                  {items.map((photo, index) => (
                    <PhotoItem
                      key={photo.id}
                      photo={photo}
                      place={index}
                      count={items.length}
                      busy={order.isPending}
                      onMove={(to) => moveTo(index, to)}
                      dropSide={dropSideOf(index, dragged)}
                      onDrag={() => setDragged(index)}
                      onDragEnd={() => setDragged(undefined)}
                      onDrop={() => {
                        if (dragged !== undefined && dragged !== index) moveTo(dragged, index)
                        setDragged(undefined)
                      }}
                    />
                  ))}
                </ol>
              </>
            )}
          </Stack>
        )}
      </QueryResult>
    </Screen>
  )
}
