import "../theme/follow-theme"

export { AuditPage as default } from "../opened/audit-page"
