import type { Deps } from '../deps.ts'
import { originalKey, photoOfKey } from '../domain/photo.ts'
import * as photos from '../persistence/photo-repository.ts'

/** Removes the files that nothing leads to: of photos that are gone, and what a process that was killed has left behind. */
export async function removeOrphans({ db, media }: Pick<Deps, 'db' | 'media'>): Promise<void> {
  for await (const keys of media.list()) {
    const ids = [...new Set(keys.flatMap((key) => photoOfKey(key) ?? []))]
    const found = await photos.filesOf(db, ids)
    const isUsed = (key: string) => {
      const id = photoOfKey(key)
      const photo = id && found.get(id)
      if (!photo) return false
      // What is under way may be in the middle of writing its files.
      return key === originalKey(id) || photo.status === 'processing' || photo.files.includes(key)
    }
    await media.remove(keys.filter((key) => !isUsed(key)))
  }
}
