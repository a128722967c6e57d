import type { FlashListRef } from '@shopify/flash-list'
import { useFocusEffect } from 'expo-router'
import { useCallback, useState, type RefObject } from 'react'
import type { ListPlace } from './list-place'

type ListRef<T> = RefObject<FlashListRef<T> | null>

/**
 * In a browser a screen below another has no size. A list in it would take its rows for empty ones,
 * read page after page to fill the screen, and lose its place: it begins again with the row that was first.
 */
export function useListPlace<T>(list: ListRef<T>): ListPlace {
  const [place, setPlace] = useState<ListPlace>({ isShown: true, first: undefined })
  useFocusEffect(
    useCallback(() => {
      setPlace(({ first }) => ({ isShown: true, first }))
      return () => setPlace({ isShown: false, first: findFirst(list) })
    }, [list]),
  )
  return place
}

const findFirst = <T>({ current }: ListRef<T>): number | undefined =>
  current?.computeVisibleIndices().startIndex || undefined
