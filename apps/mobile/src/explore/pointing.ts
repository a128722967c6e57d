/** Nobody points at a phone without touching it. */
export const pointing = (_id: string, _onPoint: ((id: string | undefined) => void) | undefined) => ({})
