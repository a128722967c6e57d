import { useColorScheme } from 'react-native'
import Svg, { G, Path, Rect } from 'react-native-svg'
import { Picture } from '../icon/picture'
import { darkArt, lightArt } from './palette'
import { scene, type DrawingProps } from './scene'

export function Drawing({ kind, seed, label }: DrawingProps) {
  const art = useColorScheme() === 'dark' ? darkArt : lightArt
  const { ground, behind, motif, mirrored } = scene(kind, seed)
  return (
    <Picture label={label} style={filling}>
      <Svg viewBox="0 0 400 300" width="100%" height="100%" preserveAspectRatio="xMidYMid slice" aria-hidden>
        <Rect width={400} height={300} fill={art[ground]} />
        <G transform={mirrored ? 'matrix(-1 0 0 1 400 0)' : ''}>
          {[...behind, ...motif].map(({ color, path, width }, at) =>
            width === undefined ? (
              <Path key={at} d={path} fill={art[color]} />
            ) : (
              <Path key={at} d={path} stroke={art[color]} strokeWidth={width} fill="none" strokeLinecap="round" />
            ),
          )}
        </G>
      </Svg>
    </Picture>
  )
}

const filling = { width: '100%', height: '100%' } as const
