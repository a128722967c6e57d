export const fonts = {
  words: "'Figtree Variable', 'Figtree Fallback', system-ui, sans-serif",
  titles: "'Fraunces Variable', 'Fraunces Fallback', Georgia, serif",
} as const
