/** A screen that has failed is drawn anew. */
export function tryAgain(_error: Error, retry: () => Promise<void>): void {
  void retry()
}
