import { Drawing } from '@buy-locals/ui/drawing'
import { drawingKinds } from '@buy-locals/ui/drawing-kind'
import { Grid } from '@buy-locals/ui/layout'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Section } from './section'

export function Drawings() {
  return (
    <Section id="drawings" title="Drawings">
      <Grid label="Kinds">
        {drawingKinds.map((kind) => (
          <figure key={kind} style={{ margin: 0 }}>
            <div style={{ aspectRatio: 4 / 3, borderRadius: 14, overflow: 'hidden' }}>
              <Drawing kind={kind} seed={`${kind} one`} label={kind} />
            </div>
            <Row gap="sm">
              <Text size="fine" tone="quiet">
                {kind}
              </Text>
              {['two', 'three', 'four'].map((seed) => (
                <div key={seed} style={{ width: 56, height: 56, borderRadius: 8, overflow: 'hidden', marginTop: 8 }}>
                  <Drawing kind={kind} seed={`${kind} ${seed}`} />
                </div>
              ))}
            </Row>
          </figure>
        ))}
      </Grid>
    </Section>
  )
}
