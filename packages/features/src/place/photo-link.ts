import type { ShownPhoto } from '@buy-locals/contracts/business/shapes'

export type PhotoLink = { photo: ShownPhoto; alt: string }

/** How wide a photo is that leads to its whole picture. */
export const squareOfPhoto = 88
