/** A browser gets no pushes from us. */
export const PushOffer = (_: { place: string }) => null
