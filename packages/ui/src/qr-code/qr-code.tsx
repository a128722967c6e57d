import { useMemo } from 'react'
import Svg, { Path } from 'react-native-svg'
import { Picture } from '../icon/picture'
import { qrPath, type QrCodeProps } from './path'

/** Dark on white in either color scheme: many phones do not read it the other way around. */
export function QrCode({ text, label, side = 208 }: QrCodeProps) {
  const { path, size } = useMemo(() => qrPath(text), [text])
  return (
    <Picture label={label}>
      <Svg aria-hidden width={side} height={side} viewBox={`0 0 ${size} ${size}`}>
        <Path d={`M0 0h${size}v${size}H0z`} fill="#fff" />
        <Path d={path} fill="#000" />
      </Svg>
    </Picture>
  )
}
