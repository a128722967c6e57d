import { useEffect, useRef, useState } from 'react'
import { View } from 'react-native'
import { VisuallyHidden } from './visually-hidden'
import { Icon } from './icon/icon'
import { live } from './live'
import { Row } from './stack'
import { Text } from './text'
import { useAnnounced } from './use-announced'

/** Seconds before the end at which a screen reader announces the time; every second would be too much. */
const announcedAt = [600, 300, 120, 60, 30, 10, 0]

const formatClock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export type CountdownProps = {
  /** Called every second. */
  millisecondsLeft: () => number
  /** "Held for", shown before the time. */
  label: string
  /** "5 minutes left", for screen readers. */
  announce: (seconds: number) => string
  onEnd: () => void
}

const toSeconds = (left: () => number) => Math.max(0, Math.ceil(left() / 1000))

export function Countdown({ millisecondsLeft, label, announce, onEnd }: CountdownProps) {
  const [seconds, setSeconds] = useState<number>()
  const [announcement, setAnnouncement] = useState('')
  const latest = useRef({ millisecondsLeft, announce, onEnd })
  useEffect(() => {
    latest.current = { millisecondsLeft, announce, onEnd }
  })

  useEffect(() => {
    let before = Infinity
    function tick() {
      const now = toSeconds(latest.current.millisecondsLeft)
      setSeconds(now)
      if (before === Infinity || announcedAt.some((moment) => now <= moment && before > moment)) {
        setAnnouncement(latest.current.announce(now))
      }
      if (now === 0 && before > 0) {
        clearInterval(ticking)
        latest.current.onEnd()
      }
      before = now
    }
    const ticking = setInterval(tick, 1000)
    tick()
    return () => clearInterval(ticking)
  }, [])

  useAnnounced(announcement)

  const urgent = seconds !== undefined && seconds <= 60
  return (
    <View>
      <View aria-hidden>
        <Row gap="sm">
          <Icon decorative name="hourglass" size={18} color={urgent ? 'danger' : 'sun'} />
          <Text size="small" tone={urgent ? 'danger' : 'ink'}>
            {label}
          </Text>
          <Text size="small" weight="strong" tabular tone={urgent ? 'danger' : 'ink'}>
            {seconds === undefined ? '–:––' : formatClock(seconds)}
          </Text>
        </Row>
      </View>
      <View {...live.status}>
        <VisuallyHidden>{announcement}</VisuallyHidden>
      </View>
    </View>
  )
}
