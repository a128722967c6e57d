import { useEffect, useRef, useState } from 'react'
import { Image, Modal, ScrollView, View, type LayoutChangeEvent } from 'react-native'
import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { IconButton } from '@buy-locals/ui/icon-button'
import { useReducedMotion } from '@buy-locals/ui/reduced-motion'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useUiMessages } from '@buy-locals/ui/ui-messages'
import { useT } from '../messages/mobile-i18n'

type PhotoViewerProps = {
  photos: readonly { id: string; whole: string; alt: string }[]
  at: number
  onMove: (at: number) => void
  onClose: () => void
}

const useStyles = themed((c) => ({
  screen: { flex: 1, backgroundColor: c.page },
  bar: { padding: space.sm },
  photo: { flex: 1 },
}))

/** One photo fills the screen; the others are swiped to, or reached by buttons. */
export function PhotoViewer({ photos, at, onMove, onClose }: PhotoViewerProps) {
  const t = useT()
  const styles = useStyles()
  const { close } = useUiMessages()
  const { top, bottom } = useSafeAreaInsets()
  const scroller = useRef<ScrollView>(null)
  const [width, setWidth] = useState(0)
  const seen = useRef<number>(undefined)

  useEffect(() => {
    if (width > 0 && seen.current !== at) scroller.current?.scrollTo({ x: at * width, animated: false })
    seen.current = at
  }, [at, width])

  function follow(x: number) {
    const next = width > 0 ? Math.round(x / width) : at
    if (next === seen.current) return
    seen.current = next
    onMove(next)
  }
  return (
    <Modal
      visible
      animationType={useReducedMotion() ? 'none' : 'fade'}
      supportedOrientations={['portrait', 'landscape']}
      onRequestClose={onClose}
    >
      <View style={[styles.screen, { paddingTop: top, paddingBottom: bottom }]}>
        <View style={styles.bar}>
          <Row justify="between">
            <IconButton icon="x" label={close} onPress={onClose} />
            <Text tabular>{t('place.photoOf', { number: at + 1, count: photos.length })}</Text>
            <Row gap="xs">
              <IconButton
                icon="chevron-left"
                label={t('place.previousPhoto')}
                disabled={at === 0}
                onPress={() => onMove(at - 1)}
              />
              <IconButton
                icon="chevron-right"
                label={t('place.nextPhoto')}
                disabled={at === photos.length - 1}
                onPress={() => onMove(at + 1)}
              />
            </Row>
          </Row>
        </View>
        <ScrollView
          ref={scroller}
          horizontal
          pagingEnabled
          showsHorizontalScrollIndicator={false}
          scrollEventThrottle={100}
          onLayout={({ nativeEvent }: LayoutChangeEvent) => setWidth(nativeEvent.layout.width)}
          onScroll={({ nativeEvent }) => follow(nativeEvent.contentOffset.x)}
        >
          {photos.map(({ id, whole, alt }) => (
            <View key={id} style={{ width }}>
              <Image source={{ uri: whole }} alt={alt} resizeMode="contain" style={styles.photo} />
            </View>
          ))}
        </ScrollView>
      </View>
    </Modal>
  )
}
