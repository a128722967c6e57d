import { useEffect, useRef, useState } from 'react'

/** Files may be dropped anywhere on the page: a browser leaves it for a file that is dropped beside the place for it. Returns whether some are held over it. */
export function useFileDrop(onFiles: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useRef(onFiles)
  useEffect(() => {
    take.current = onFiles
  })
  useEffect(() => {
    const listening = new AbortController()
    let isOwn = false // a picture of the page carries its file too
    const listen = (
      type: 'dragstart' | 'dragend' | 'dragover' | 'dragleave' | 'drop',
      on: (event: DragEvent) => void,
    ) => document.addEventListener(type, on, { signal: listening.signal })
    const isFiles = ({ dataTransfer }: DragEvent) => !isOwn && dataTransfer?.types.includes('Files') === true
    listen('dragstart', () => void (isOwn = true))
    listen('dragend', () => void (isOwn = false))
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false))
    listen('dragover', (event) => {
      if (!isFiles(event)) return
      event.preventDefault()
      setOver(true)
    })
    listen('drop', (event) => {
      if (!isFiles(event)) return
      event.preventDefault()
      setOver(false)
      take.current([...(event.dataTransfer?.files ?? [])])
    })
    return () => listening.abort()
  }, [])
  return isOver
}
