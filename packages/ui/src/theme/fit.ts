/** As wide as what is in it. */
export const fit = { alignSelf: 'flex-start' } as const
