import { Overlay } from './overlay/overlay'
import type { PanelProps } from './overlay/props'

/** One question in the middle of the screen. */
export const Dialog = (props: PanelProps) => <Overlay kind="dialog" {...props} />

/** Slides up from below on a phone; in the middle where there is room. */
export const Sheet = (props: PanelProps) => <Overlay kind="sheet" {...props} />
