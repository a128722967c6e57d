import type { RefObject } from 'react'
import { useIsInFront } from '@buy-locals/client/use-is-in-front'

export type Place = RefObject<unknown>

/** A screen of a phone shows what it has rendered, as long as the app is in front. */
export const useIsSeen: (place: Place) => boolean = useIsInFront
