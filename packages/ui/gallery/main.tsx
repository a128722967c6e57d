import '@buy-locals/ui/ui.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MapFrame, ShellFrame } from './frames'
import { Gallery } from './gallery'

const pages = { '': Gallery, '?map': MapFrame, '?shell': ShellFrame }
const asked = location.search as keyof typeof pages
const Shown = pages[asked] ?? Gallery

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Shown />
    </StrictMode>,
  )
}
