export const fonts = {
  text: "'Figtree Variable', 'Figtree Fallback', system-ui, sans-serif",
  titles: "'Fraunces Variable', 'Fraunces Fallback', Georgia, serif",
} as const
