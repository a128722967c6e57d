/** A browser gets no pushes from us. */
export const PushPrompt = (_: { place: string }) => null
