/** As wide as what is in it. */
export const fitContent = { alignSelf: 'flex-start' } as const
