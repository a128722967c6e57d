/** The phone's own map has them everywhere. */
export const useHasStreets = (): boolean => true
