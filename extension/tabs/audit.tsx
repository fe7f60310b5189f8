export { AuditPage as default } from "../opened/audit-page"
