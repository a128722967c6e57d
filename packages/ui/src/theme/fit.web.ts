/** As wide as what is in it, wherever the surroundings put it. */
export const fitContent = { width: 'fit-content' as 'auto' } as const
