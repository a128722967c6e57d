import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from 'react-router/dom'
import { SpeechProvider } from '@buy-locals/features/speech-provider'
import { speechOf } from '@buy-locals/features/speech/speech'
import { LinksProvider } from '@buy-locals/ui/links'
import { ToastProvider } from '@buy-locals/ui/toast'
import { queries } from './ask/queries'
import { router } from './routes'
import { RouterAnchor } from './shell/router-anchor'
import { en } from './words/en'
import { readersLocale } from './clock'

const speech = speechOf(readersLocale(), { en: { dashboard: en } })

export function App() {
  return (
    <SpeechProvider speech={speech}>
      <QueryClientProvider client={queries}>
        <LinksProvider anchor={RouterAnchor}>
          <ToastProvider>
            <RouterProvider router={router} />
          </ToastProvider>
        </LinksProvider>
      </QueryClientProvider>
    </SpeechProvider>
  )
}
