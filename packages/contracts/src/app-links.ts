/** How the paths of the site begin that the app for phones opens, where it is installed. It has a screen for each. */
export const appLinkPaths = ['/b/', '/bookings', '/reset-password', '/verify-email'] as const
