import type { ReactNode } from 'react'

/** `alt` says what is to be seen; an empty one where the words beside already do. */
export type PhotoProps = {
  src: string | undefined
  alt: string
  /** Width by height. */
  ratio?: number
  /** Stands where there is no photo: a `Drawing`. */
  fallback: ReactNode
  /** Loads before everything else: the one photo the page opens with. */
  priority?: boolean
}
