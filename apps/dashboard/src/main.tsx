import '@buy-locals/ui/ui.css'
import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { localeOfBrowser } from '@buy-locals/features/session/chosen-locale'
import { App } from './app'
import { loadDashboardI18n } from './messages/dashboard-i18n'
import { routes } from './routes'

const router = createBrowserRouter(routes, { basename: '/dashboard' })

const locale = localeOfBrowser()
await loadDashboardI18n(locale)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App router={router} locale={locale} />
    </StrictMode>,
  )
}
