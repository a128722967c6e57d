/**
 * A screen whose file did not come never will: React remembers that, and after an update of the server the file is gone.
 * The page as it is now names the files that there are; offline there is none, and the app stays.
 */
export function tryAgain(error: Error, retry: () => Promise<void>): void {
  if (error.name === 'AsyncRequireError' && navigator.onLine) location.reload()
  else void retry()
}
