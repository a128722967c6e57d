import type { FlashListRef } from '@shopify/flash-list'
import type { RefObject } from 'react'
import type { ListPlace } from './list-place'

/** A phone lays out what is below another screen: a list there keeps its place by itself. */
export const useListPlace = <T>(_: RefObject<FlashListRef<T> | null>): ListPlace => onPhone

const onPhone: ListPlace = { isShown: true, first: undefined }
