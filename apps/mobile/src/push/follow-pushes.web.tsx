/** A browser gets no pushes from us. */
export const FollowPushes = () => null
