/** Only a browser has a name for what it shows. */
export function usePageTitle(): void {}
