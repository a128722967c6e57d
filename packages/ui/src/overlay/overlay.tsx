import { KeyboardAvoidingView, Modal, ScrollView, View } from 'react-native'
import { IconButton } from '../icon-button'
import { useReducedMotion } from '../reduced-motion'
import { Row } from '../stack'
import { radius, space } from '../theme/theme'
import { themed } from '../theme/themed'
import { Title } from '../title'
import { OverlayLevel, OverlayToasts } from '../toast'
import { useUiMessages } from '../ui-messages'
import type { OverlayProps } from './props'

const useStyles = themed((c) => ({
  scrim: { flex: 1, backgroundColor: c.scrim },
  dialog: { justifyContent: 'center', padding: space.lg },
  sheet: { justifyContent: 'flex-end' },
  panel: { maxHeight: '88%', borderRadius: radius.card, padding: space.xl, gap: space.lg, backgroundColor: c.surface },
}))

export function Overlay({ kind, open, title, children, actions, canClose, onClose }: OverlayProps) {
  const close = () => {
    if (canClose?.() ?? true) onClose()
  }
  const styles = useStyles()
  const appears = useReducedMotion() ? 'none' : kind === 'sheet' ? 'slide' : 'fade'
  const messages = useUiMessages()
  return (
    <Modal
      visible={open}
      transparent
      animationType={appears}
      supportedOrientations={['portrait', 'landscape']}
      onRequestClose={close}
    >
      <OverlayLevel>
        <KeyboardAvoidingView behavior="padding" style={[styles.scrim, styles[kind]]}>
          <View style={styles.panel} aria-modal>
            <Row justify="between">
              <Title level={2} size="lead">
                {title}
              </Title>
              <IconButton label={messages.close} icon="x" onPress={close} />
            </Row>
            <ScrollView keyboardShouldPersistTaps="handled">{children}</ScrollView>
            {actions}
          </View>
          <OverlayToasts />
        </KeyboardAvoidingView>
      </OverlayLevel>
    </Modal>
  )
}
