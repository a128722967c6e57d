export const space = { hair: 2, xs: 4, sm: 8, md: 12, lg: 16, xl: 24, xxl: 32, huge: 48, vast: 64 } as const
export const radius = { control: 8, card: 14, full: 999 } as const
export const fontSizes = { fine: 13, small: 15, body: 17, lead: 20, title: 25, page: 32, display: 40 } as const
export const lineHeights = { text: 1.5, title: 1.15 } as const
export const fontWeights = { regular: '400', medium: '500', strong: '600' } as const
/** The smallest side of anything that is pressed. */
export const touchTarget = 44
/** From this width there is room for two columns. */
export const wideScreen = 900

export const light = {
  page: '#FBF7F0',
  surface: '#FFFFFF',
  sunken: '#F3ECE0',
  ink: '#2B2621',
  quiet: '#6B6056',
  line: '#E4D9C8',
  edge: '#958774',
  brand: '#9C3F1C',
  onBrand: '#FFFFFF',
  leaf: '#4A6536',
  sky: '#2F5F7A',
  sun: '#8A5A00',
  danger: '#A82A20',
  onDanger: '#FFFFFF',
  star: '#B7791F',
  shade: 'rgba(43, 38, 33, 0.07)',
  scrim: 'rgba(43, 38, 33, 0.45)',
  shadow: 'rgba(74, 52, 28, 0.18)',
} as const

export type Colors = Readonly<Record<keyof typeof light, string>>

export const dark: Colors = {
  page: '#1A1714',
  surface: '#24201C',
  sunken: '#15120F',
  ink: '#F4EDE3',
  quiet: '#B9AD9E',
  line: '#3A342D',
  edge: '#82766A',
  brand: '#F0A07C',
  onBrand: '#2A1206',
  leaf: '#A9C78C',
  sky: '#8FC1DE',
  sun: '#E9B860',
  danger: '#F2938A',
  onDanger: '#2A1206',
  star: '#E5B04C',
  shade: 'rgba(244, 237, 227, 0.09)',
  scrim: 'rgba(0, 0, 0, 0.6)',
  shadow: 'rgba(0, 0, 0, 0.5)',
}

export const namesIn = <Table extends object>(table: Table) => Object.keys(table) as (keyof Table & string)[]

/** A style for each name: a gap for each space, a color for each tone. */
export function stylesFor<Name extends string, Style>(names: readonly Name[], style: (name: Name) => Style) {
  return Object.fromEntries(names.map((name) => [name, style(name)])) as Record<Name, Style>
}
