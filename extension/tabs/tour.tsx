import "../theme/follow-theme"

export { TourPage as default } from "../tour/tour-page"
