/** Brings what jsdom leaves out of a browser, as far as our screens need it: a wide window, modals and scrolling. */
export function completeBrowser(): void {
  Object.assign(window, {
    matchMedia: (query: string) => ({
      matches: query.includes('min-width'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }),
    scrollTo: () => {},
  })

  Object.assign(Element.prototype, { scrollTo: () => {}, scrollIntoView: () => {} })

  Object.assign(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.setAttribute('open', '')
    },
    close(this: HTMLDialogElement) {
      this.removeAttribute('open')
      this.dispatchEvent(new Event('close'))
    },
  })
}
