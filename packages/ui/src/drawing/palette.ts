/** The colors of cut paper: five grounds, a deeper tone of each, and those of the picture itself. */
export const lightArt = {
  artSand: '#F1E5D1',
  artBlush: '#F3D9CA',
  artSage: '#DDE3CB',
  artMist: '#D6E3E8',
  artButter: '#F5E3B8',
  artDune: '#E2CFAE',
  artPeach: '#E8BCA2',
  artMoss: '#C0CCA4',
  artWave: '#B2CCD7',
  artHoney: '#EACB86',
  artClay: '#B4552E',
  artLeaf: '#5F7C47',
  artSky: '#43748C',
  artSun: '#D8982A',
  artBerry: '#84485A',
  artInk: '#3A312A',
  artPaper: '#FFFAF1',
} as const

export type ArtColor = keyof typeof lightArt

export const darkArt: Readonly<Record<ArtColor, string>> = {
  artSand: '#3B3226',
  artBlush: '#472F26',
  artSage: '#2F3829',
  artMist: '#26363F',
  artButter: '#463A20',
  artDune: '#554732',
  artPeach: '#664232',
  artMoss: '#44523A',
  artWave: '#365061',
  artHoney: '#67532A',
  artClay: '#D67C54',
  artLeaf: '#90AE74',
  artSky: '#7DAFC8',
  artSun: '#E2AF55',
  artBerry: '#BE8496',
  artInk: '#1D1815',
  artPaper: '#F2E7D6',
}

/** `a` and `b` are the two colors of the scheme, `ground` and `back` lie behind them; any other color is itself. */
export type Tone = 'a' | 'b' | 'ground' | 'back' | ArtColor

/** A filled outline, or a line of that width. */
export type Mark = readonly [tone: Tone, path: string, width?: number]
