import { useRef } from 'react'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/use-t'
import { useFileDrop } from './use-file-drop'
import styles from './photos.module.css'

/** Files are chosen, or dropped on it. HEIC can be chosen too, to be told what to do with it. */
const accepted = 'image/jpeg,image/png,image/webp,image/avif,.heic,.heif'

type AddPhotosProps = {
  onFiles: (files: File[]) => void
  /** One at a time. */
  single?: boolean
}

export function AddPhotos({ onFiles, single = false }: AddPhotosProps) {
  const t = useT()
  const label = t(single ? 'photos.addOne' : 'photos.add')
  const input = useRef<HTMLInputElement>(null)
  const isOver = useFileDrop((files) => onFiles(files.slice(0, single ? 1 : undefined)))
  return (
    <div className={styles.drop} data-over={isOver ? '' : undefined}>
      <Stack gap="md" align="center">
        <Button icon="upload" label={label} onPress={() => input.current?.click()} />
        <Text size="small" tone="quiet" align="center">
          {t(single ? 'photos.dropOne' : 'photos.drop')}
        </Text>
      </Stack>
      <input
        ref={input}
        type="file"
        multiple={!single}
        hidden
        accept={accepted}
        aria-label={label}
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          target.value = '' // the same file can be chosen again
        }}
      />
    </div>
  )
}
