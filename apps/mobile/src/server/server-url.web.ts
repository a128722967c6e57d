/** In a browser the app asks where it came from. */
export const serverUrl = ''

/** The address of a page for others. */
export const pageUrl = (path: string): string => window.location.origin + path

/** With its origin it is no screen of the app. */
export const siteLink = (path: string): string => window.location.origin + path
