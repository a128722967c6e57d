import sharp from 'sharp'

/** As a camera makes one that knows whose it is. */
export const signedPhoto = (artist: string): Promise<Buffer> =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: '#c0562f' } })
    .withExif({ IFD0: { Artist: artist } })
    .jpeg()
    .toBuffer()
