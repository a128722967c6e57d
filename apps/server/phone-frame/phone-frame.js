const isFramed = 'framed'

/** A browser shows no page inside itself: the frame's address has one word more. */
function addressInFrame() {
  const address = new URL(location.href)
  address.searchParams.set(isFramed, '1')
  return address.href
}

/** A reload shows the same screen. */
function followScreens({ contentWindow, contentDocument }) {
  const address = new URL(contentWindow.location.href)
  if (address.origin !== location.origin) return
  address.searchParams.delete(isFramed)
  if (address.href !== location.href) history.replaceState(null, '', address.href)
  if (contentDocument?.title) document.title = contentDocument.title
}

function showInFrame() {
  window.stop()
  document.documentElement.lang = 'en'
  document.documentElement.innerHTML =
    '<head><title>Buy Locals</title><link rel="stylesheet" href="/app/frame/phone-frame.css"></head>' +
    '<body><iframe title="Buy Locals" allow="geolocation; clipboard-write; web-share"></iframe></body>'
  const phone = document.querySelector('iframe')
  phone.src = addressInFrame()
  phone.addEventListener('load', () => setInterval(() => followScreens(phone), 500), { once: true })
}

if (window === window.top && matchMedia('(min-width: 1200px) and (min-height: 600px) and (pointer: fine)').matches)
  showInFrame()
