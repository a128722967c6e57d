/** In a browser the app asks where it came from. */
export const serverUrl = ''
