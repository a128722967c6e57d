type Palette = Readonly<Record<string, string>>

export const cssName = (token: string) => `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const variables = (palette: Palette, indent: string) =>
  Object.entries(palette).map(([token, colour]) => `${indent}${cssName(token)}: ${colour.toLowerCase()};`)

/** Dark follows the reader's system; `data-theme` on the root overrules it either way. No script is needed. */
export function themeCss(light: Palette, dark: Palette) {
  return [
    ':root {',
    '  color-scheme: light;',
    ...variables(light, '  '),
    '}',
    '@media (prefers-color-scheme: dark) {',
    "  :root:not([data-theme='light']) {",
    '    color-scheme: dark;',
    ...variables(dark, '    '),
    '  }',
    '}',
    ":root[data-theme='dark'] {",
    '  color-scheme: dark;',
    ...variables(dark, '  '),
    '}',
    '',
  ].join('\n')
}
