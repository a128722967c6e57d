type Palette = Readonly<Record<string, string>>

export const cssName = (token: string) => `--${token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const variables = (palette: Palette, indent: string) =>
  Object.entries(palette).map(([token, color]) => `${indent}${cssName(token)}: ${color.toLowerCase()};`)

/** Dark mode follows the reader's system, so it needs no script. */
export function themeCss(light: Palette, dark: Palette) {
  return [
    ':root {',
    '  color-scheme: light;',
    ...variables(light, '  '),
    '}',
    '@media (prefers-color-scheme: dark) {',
    '  :root {',
    '    color-scheme: dark;',
    ...variables(dark, '    '),
    '  }',
    '}',
    '',
  ].join('\n')
}
