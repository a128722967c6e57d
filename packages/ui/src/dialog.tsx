import { Overlay } from './overlay/overlay'
import type { OverlayProps } from './overlay/props'

/** Asks one thing in the middle of the screen. */
export const Dialog = (props: OverlayProps) => <Overlay kind="dialog" {...props} />
