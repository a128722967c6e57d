import { writeFileSync } from 'node:fs'
import { darkArt, lightArt } from '../src/drawing/palette.ts'
import { themeCss } from '../src/theme/css.ts'
import { dark, light } from '../src/theme/theme.ts'

export const themeSource = () =>
  `/* Made by \`npm run generate\` from theme.ts and drawing/palette.ts. */\n${themeCss({ ...light, ...lightArt }, { ...dark, ...darkArt })}`

if (import.meta.main) writeFileSync(new URL('../src/theme/theme.css', import.meta.url), themeSource())
