import '@buy-locals/ui/ui.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MapFrame, ShellFrame } from './frames'
import { Gallery } from './gallery'

const pages = { '': Gallery, '?map': MapFrame, '?shell': ShellFrame }
const PageOfUrl = pages[location.search as keyof typeof pages] ?? Gallery

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PageOfUrl />
    </StrictMode>,
  )
}
