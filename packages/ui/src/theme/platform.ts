/** As wide as its content. */
export const fitContent = { alignSelf: 'flex-start' } as const

/** A text beside something else takes more lines where it has no room, as in a browser. */
export const shrinking = { flexShrink: 1 } as const

/** Names under which the phone app loads the two families. */
export const fonts = { text: 'Figtree', titles: 'Fraunces' } as const
