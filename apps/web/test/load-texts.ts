import { loadSiteI18n } from '../src/messages/site-i18n'

await loadSiteI18n('en-US')
