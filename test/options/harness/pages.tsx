import "./stub-extension"
import { createRoot } from "react-dom/client"
import { AuditPage } from "../../../extension/opened/audit-page"
import { TourPage } from "../../../extension/tour/tour-page"

// The pages that hold a journey by themselves: ?page=tour|audit&language=ru
const page = new URLSearchParams(location.search).get("page")
createRoot(document.getElementById("root")!).render(page === "audit" ? <AuditPage /> : <TourPage />)
