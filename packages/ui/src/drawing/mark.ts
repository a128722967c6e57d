import type { ArtColor } from './palette'

/** `a` and `b` are the two colours of the scheme, `ground` and `back` what lies behind; the others are what they are. */
export type Tone = 'a' | 'b' | 'ground' | 'back' | ArtColor

/** A filled outline, or a line of that width. */
export type Mark = readonly [tone: Tone, path: string, width?: number]
