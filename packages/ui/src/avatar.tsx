import { Image, View } from 'react-native'
import { imageName } from './icon/props'
import { pick, toSeed } from './seed'
import { Text } from './text'
import { stylesFor } from './theme/theme'
import { themed } from './theme/themed'

const tones = ['brand', 'leaf', 'sky', 'sun'] as const

const useStyles = themed((c) => ({
  round: {
    alignItems: 'center',
    justifyContent: 'center',
    overflow: 'hidden',
    flexShrink: 0,
    backgroundColor: c.sunken,
  },
  ...stylesFor(tones, (tone) => ({ borderColor: c[tone] })),
}))

const sizes = { small: 32, medium: 44, large: 72 }

export function initials(name: string) {
  const parts = name.trim().split(/\s+/)
  const letters = parts.length > 1 ? [parts[0], parts.at(-1)] : [parts[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** `decorative` where the name is written beside it. */
export type AvatarProps = { name: string; photo?: string | undefined; size?: keyof typeof sizes; decorative?: boolean }

export function Avatar({ name, photo, size = 'medium', decorative }: AvatarProps) {
  const styles = useStyles()
  const tone = pick(tones, toSeed(name))
  const side = sizes[size]
  const shape = { width: side, height: side, borderRadius: side / 2, borderWidth: photo ? 0 : 2 }
  return (
    <View
      accessible={!decorative}
      {...imageName(decorative ? undefined : name)}
      style={[styles.round, styles[tone], shape]}
    >
      {photo ? (
        <Image source={{ uri: photo }} alt="" style={{ width: side, height: side }} />
      ) : (
        <Text size={size === 'large' ? 'figure' : 'small'} weight="strong" tone={tone}>
          {initials(name)}
        </Text>
      )}
    </View>
  )
}
