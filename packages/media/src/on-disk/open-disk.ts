import type { Clock } from '@buy-locals/service-kit/clock'
import type { OpenedMedia } from '../media.ts'
import { mediaOnDisk, type DiskSettings } from './media-on-disk.ts'
import { mediaRouter } from './media-router.ts'

export type { DiskSettings }

export const openDisk = (options: DiskSettings & { clock: Clock }): OpenedMedia => ({
  media: mediaOnDisk(options),
  uploadOrigin: new URL(options.publicUrl).origin,
  router: (onStored) => mediaRouter({ ...options, onStored }),
})
