import '@buy-locals/ui/ui.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { MapLayout, ShellLayout } from './layouts'
import { Gallery } from './gallery'

const pages = { '': Gallery, '?map': MapLayout, '?shell': ShellLayout }
const PageOfUrl = pages[location.search as keyof typeof pages] ?? Gallery

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PageOfUrl />
    </StrictMode>,
  )
}
