import { useServerAddress } from '@buy-locals/client/server-address'
import { Photo } from '@buy-locals/ui/photo'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { squareOfPhoto, type PhotoLink } from './photo-link'

const square = { width: squareOfPhoto, overflow: 'hidden', borderRadius: 8 } as const

export function PhotoLinks({ links }: { links: readonly PhotoLink[] }) {
  const addressOf = useServerAddress()
  return (
    <Row gap="sm" wrap>
      {links.map(({ photo, alt }) => (
        <Press key={photo.id} href={addressOf(photo.url)} label={alt} style={square}>
          <Photo ratio={1} src={addressOf(photo.sizes[0]?.jpeg ?? photo.url)} alt={alt} fallback={null} />
        </Press>
      ))}
    </Row>
  )
}
