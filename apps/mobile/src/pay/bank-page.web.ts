/** The bank asks in the place of the app, which is opened again after that. */
export const openBankPage = (url: string): void => window.location.assign(url)

/** The path of the screen that is left, wherever the app is on its server. */
export const returnUrlOf = (_: string): string => window.location.origin + window.location.pathname
