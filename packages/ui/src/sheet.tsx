import { Overlay } from './overlay/overlay'
import type { OverlayProps } from './overlay/props'

/** Rises from below on a phone, stands in the middle where there is room. */
export const Sheet = (props: OverlayProps) => <Overlay kind="sheet" {...props} />
