/** What appears in a live region is read by itself. */
export function useAnnounced(_: string | undefined): void {}
