/** Once for each page. */
export async function loadStyle(path: string): Promise<void> {
  if (document.querySelector(`link[rel=stylesheet][href="${path}"]`)) return
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: path })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  link.addEventListener('load', () => resolve())
  link.addEventListener('error', () => {
    link.remove()
    reject(new Error(`${path} did not load`))
  })
  document.head.append(link)
  return promise
}
