import { Overlay } from './overlay/overlay'
import type { PanelProps } from './overlay/props'

/** Asks one thing in the middle of the screen. */
export const Dialog = (props: PanelProps) => <Overlay kind="dialog" {...props} />

/** Slides up from below on a phone, stands in the middle where there is room. */
export const Sheet = (props: PanelProps) => <Overlay kind="sheet" {...props} />
