/** As wide as its content, wherever its parent puts it. */
export const fitContent = { width: 'fit-content' as 'auto' } as const

export const shrinking = {}

export const fonts = {
  text: "'Figtree Variable', 'Figtree Fallback', system-ui, sans-serif",
  titles: "'Fraunces Variable', 'Fraunces Fallback', Georgia, serif",
} as const
