import { useEffect, useRef, useState } from 'react'
import { changePhoto, deletePhoto, listPhotos, readBusiness } from '@buy-locals/contracts/business/operations'
import { maxAltLength, type OwnPhoto } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { photoSources } from '@buy-locals/features/place/photo-sources'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Notice } from '@buy-locals/ui/notice'
import { Photo } from '@buy-locals/ui/photo'
import { Progress } from '@buy-locals/ui/progress'
import { Row } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import type { DropSide } from './move-photo'
import styles from './photos.module.css'

type PhotoItemProps = {
  photo: OwnPhoto
  /** In the list, from 0. */
  place: number
  count: number
  busy: boolean
  onMove: (to: number) => void
  /** Another one is dragged, and where it would come to be if it were dropped here. */
  dropSide: DropSide | undefined
  onDrag: () => void
  onDragEnd: () => void
  onDrop: () => void
}

const changed = [listPhotos, readBusiness]

export function PhotoItem(props: PhotoItemProps) {
  const { photo, place, count, busy, dropSide, onMove, onDrag, onDragEnd, onDrop } = props
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { params } = useCurrentBusiness()
  const { id: photoId, shown, status, refusal } = photo
  const [alt, setAlt] = useState(photo.alt)
  const [isRemoving, setRemoving] = useState(false)
  const [isOver, setOver] = useState(false)
  const { item, moveBy } = useMoves(place, onMove)
  const input = { params: { ...params, photoId } }
  const change = useOperationMutation(changePhoto, { invalidates: changed })
  const remove = useOperationMutation(deletePhoto, {
    invalidates: changed,
    successText: t('photos.removed'),
    onSuccess: () => setRemoving(false),
    inlineError: true,
  })
  const name = photo.alt || t('photos.number', { number: place + 1 })
  const named = (act: 'earlier' | 'later' | 'remove' | 'makeCover') =>
    t('photos.named', { act: t(`photos.${act}`), photo: name })
  const save = () => {
    if (alt.trim() !== photo.alt) change.mutate({ input: { ...input, body: { alt } } })
  }
  return (
    <li
      ref={item}
      className={styles.photo}
      data-over={isOver ? dropSide : undefined}
      onDragOver={(event) => {
        if (dropSide) event.preventDefault()
        setOver(dropSide !== undefined)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!dropSide) return
        event.preventDefault()
        setOver(false)
        onDrop()
      }}
      onDragEnd={onDragEnd}
      onBlur={save}
    >
      {status === 'refused' && refusal ? (
        <Notice tone="danger" title={t('photos.refused')} text={tFeatures(`photoFault.${refusal}`)} />
      ) : (
        <div className={styles.picture} draggable={shown !== undefined} onDragStart={onDrag}>
          <Photo
            src={shown?.url}
            {...(shown && photoSources(shown))}
            sizes="(min-width: 900px) 300px, 92vw"
            alt={photo.alt}
            fallback={
              <div className={styles.waiting}>
                {status === 'processing' ? <Progress label={t('photos.processing')} /> : t('photos.uploading')}
              </div>
            }
          />
          {place === 0 && count > 1 && shown && (
            <div className={styles.cover}>
              <Badge tone="success" label={t('photos.cover')} />
            </div>
          )}
        </div>
      )}
      {status !== 'refused' && (
        <TextField
          label={t('photos.alt')}
          hint={t('photos.altHint')}
          value={alt}
          maxLength={maxAltLength}
          onChange={setAlt}
        />
      )}
      <Row justify="between" align="center" wrap>
        <Row gap="sm">
          {status !== 'refused' && count > 1 && (
            <>
              <IconButton
                bordered
                icon="arrow-left"
                label={named('earlier')}
                disabled={place === 0}
                onPress={() => !busy && moveBy(-1)}
              />
              <IconButton
                bordered
                icon="arrow-right"
                label={named('later')}
                disabled={place === count - 1}
                onPress={() => !busy && moveBy(1)}
              />
            </>
          )}
          <IconButton bordered icon="trash" label={named('remove')} opensDialog onPress={() => setRemoving(true)} />
        </Row>
        {place > 0 && shown && (
          <Button
            flush
            tone="quiet"
            label={t('photos.makeCover')}
            name={named('makeCover')}
            busy={change.isPending}
            onPress={() => change.mutate({ input: { ...input, body: { cover: true } } })}
          />
        )}
      </Row>
      <ConfirmDialog
        open={isRemoving}
        title={t('photos.removeTitle')}
        text={t('photos.removeText')}
        label={t('photos.remove')}
        busy={remove.isPending}
        error={remove.shownError}
        onConfirm={() => remove.mutate({ input })}
        onClose={() => setRemoving(false)}
      />
    </li>
  )
}

/** What is moved in the document loses the focus, and at either end its button is off: then the other one has it. */
function useMoves(place: number, onMove: (to: number) => void) {
  const item = useRef<HTMLLIElement>(null)
  const pressed = useRef<number>(undefined)
  useEffect(() => {
    if (pressed.current === undefined) return
    const [earlier, later] = item.current?.querySelectorAll('button') ?? []
    const [own, other] = pressed.current < 0 ? [earlier, later] : [later, earlier]
    pressed.current = undefined
    ;(own?.disabled ? other : own)?.focus()
  }, [place])
  const moveBy = (by: number) => {
    pressed.current = by
    onMove(place + by)
  }
  return { item, moveBy }
}
