/** As wide as its content. */
export const fitContent = { alignSelf: 'flex-start' } as const

/** Names under which the phone app loads the two families. */
export const fonts = { text: 'Figtree', titles: 'Fraunces' } as const
