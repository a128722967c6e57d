import { photoFlow } from '@buy-locals/media/photos/photo-flow'
import type { Database } from '../persistence/database.ts'

/** A photo that is ready is shown wherever its review is. */
export const flow = photoFlow<Database>({ owner: 'review', show: (...[, , , save]) => save() })
