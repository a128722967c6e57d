const isFramed = 'framed'

/** A browser shows no page inside itself: the address in the frame has one word more, or another one. */
function addressInFrame() {
  const address = new URL(location.href)
  address.searchParams.set(isFramed, address.searchParams.get(isFramed) === '1' ? '2' : '1')
  return address.href
}

/** Pages of the site stand in no frame. */
function leaveFrame({ target }) {
  const link = target.closest?.('a[href]')
  if (link && !/^\/app(\/|$)/.test(new URL(link.href).pathname)) link.target = '_top'
}

/** A reload shows the same screen. */
function followScreens({ contentDocument }) {
  if (!contentDocument) return // a bank's page stands there
  const address = new URL(contentDocument.location.href)
  address.searchParams.delete(isFramed)
  if (address.href !== location.href) history.replaceState(null, '', address.href)
  if (contentDocument.title) document.title = contentDocument.title
}

function showInFrame() {
  window.stop()
  document.documentElement.lang = 'en'
  document.documentElement.innerHTML =
    '<head><title>Buy Locals</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/app/frame/phone-frame.css"></head>' +
    '<body><iframe title="Buy Locals" allow="geolocation; clipboard-write; web-share"></iframe></body>'
  const phone = document.querySelector('iframe')
  phone.src = addressInFrame()
  phone.addEventListener('load', () => setInterval(() => followScreens(phone), 500), { once: true })
}

if (window === window.top && matchMedia('(min-width: 1200px) and (min-height: 600px) and (pointer: fine)').matches)
  showInFrame()
else document.addEventListener('click', leaveFrame, true)
