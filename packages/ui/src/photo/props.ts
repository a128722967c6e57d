import type { ReactNode } from 'react'

/** `alt` describes the photo; it is empty where the text beside does. */
export type PhotoProps = {
  src: string | undefined
  alt: string
  /** Width by height. */
  ratio?: number
  /** Shown where there is no photo: a `Drawing`. */
  fallback: ReactNode
  /** The same photo in other widths and formats, as `srcset` names them, and how wide it is shown, as `sizes` does. */
  sources?: PhotoSources | undefined
  sizes?: string
  /** Until it is loaded. */
  color?: string | undefined
  /** Loads first: the one photo that the page opens with. */
  priority?: boolean
}

export type PhotoSources = { avif: string; webp: string; jpeg: string }
