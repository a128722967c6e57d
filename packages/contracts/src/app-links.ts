/** How the paths of the site begin that the app for phones opens, where it is installed. It has a screen for each. */
export const appLinkPaths = ['/b/', '/bookings', '/reset-password', '/verify-email'] as const

/** The path of a page of the site that the app has no screen for: below this one no link opens the app. */
export const pathInBrowser = (path: string): string =>
  appLinkPaths.some((start) => path.startsWith(start)) ? `/in-browser${path}` : path
