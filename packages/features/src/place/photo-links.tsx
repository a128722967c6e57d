import { Photo } from '@buy-locals/ui/photo'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { squareOfPhoto, type PhotoLink } from './photo-link'

const square = { width: squareOfPhoto, overflow: 'hidden', borderRadius: 8 } as const

export function PhotoLinks({ links }: { links: readonly PhotoLink[] }) {
  return (
    <Row gap="sm" wrap>
      {links.map(({ photo, alt }) => (
        <Press key={photo.id} href={photo.url} label={alt} style={square}>
          <Photo ratio={1} src={photo.sizes[0]?.jpeg} alt={alt} fallback={null} />
        </Press>
      ))}
    </Row>
  )
}
