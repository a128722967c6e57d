import type { DrawingKind } from './scene'

export type DrawingProps = {
  kind: DrawingKind
  /** The business's id: it always gets the same picture. */
  seed: string
  /** What a reader hears; nothing where the name stands beside. */
  label?: string
}
