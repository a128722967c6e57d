import type { Clock } from '@buy-locals/service-kit/clock'
import type { MediaSettings } from './config.ts'
import type { OpenedMedia } from './media.ts'
import { openDisk, type DiskSettings } from './on-disk/open-disk.ts'
import { openS3 } from './on-s3/open-s3.ts'

type Options = DiskSettings & { clock: Clock }

export const openMedia = (settings: MediaSettings, options: Options): OpenedMedia =>
  settings.kind === 's3' ? openS3(settings, options.clock) : openDisk(options)
