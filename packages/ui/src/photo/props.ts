import type { ReactNode } from 'react'

/** `alt` describes the photo; it is empty where the text beside does. */
export type PhotoProps = {
  src: string | undefined
  alt: string
  /** Width by height. */
  ratio?: number
  /** Shown where there is no photo: a `Drawing`. */
  fallback: ReactNode
  /** Loads first: the one photo that the page opens with. */
  priority?: boolean
}
