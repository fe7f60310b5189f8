export { TourPage as default } from "../tour/tour-page"
