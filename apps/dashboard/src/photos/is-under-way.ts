import type { OwnPhoto } from '@buy-locals/contracts/business/shapes'

/** Something of it will be different soon, by itself. */
export const isUnderWay = ({ status }: OwnPhoto): boolean => status === 'processing' || status === 'uploading'
