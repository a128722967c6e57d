import { loadDashboardI18n } from '../src/messages/dashboard-i18n'

await loadDashboardI18n('en-US')
