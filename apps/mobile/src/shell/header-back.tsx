import { BackButton } from './back-button'

/** A phone has its own way back; what a link has opened first has none. */
export const headerBack = (canGoBack: boolean) => (canGoBack ? {} : { headerLeft: BackButton })
