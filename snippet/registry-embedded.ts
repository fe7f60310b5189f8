import type { Detector } from "./detector"
import { analyticsCalls } from "./detectors/analytics-calls"
import { arrival } from "./detectors/arrival"
import { cartRemove } from "./detectors/cart-remove"
import { cartRequest } from "./detectors/cart-request"
import { cartView } from "./detectors/cart-view"
import { chat } from "./detectors/chat"
import { checkout } from "./detectors/checkout"
import { contact } from "./detectors/contact"
import { deadClick } from "./detectors/dead-click"
import { download } from "./detectors/download"
import { engagement } from "./detectors/engagement"
import { failedRequest } from "./detectors/failed-request"
import { feedback } from "./detectors/feedback"
import { formAbandon } from "./detectors/form-abandon"
import { formError } from "./detectors/form-error"
import { lead } from "./detectors/lead"
import { login } from "./detectors/login"
import { newsletter } from "./detectors/newsletter"
import { notification } from "./detectors/notification"
import { onPageMessage } from "./detectors/on-page-message"
import { order } from "./detectors/order"
import { outbound } from "./detectors/outbound"
import { product } from "./detectors/product"
import { productList } from "./detectors/product-list"
import { pushPermission } from "./detectors/push-permission"
import { rageClick } from "./detectors/rage-click"
import { scriptError } from "./detectors/script-error"
import { scroll } from "./detectors/scroll"
import { shopData } from "./detectors/shop-data"
import { shownProduct } from "./detectors/shown-product"
import { signUp } from "./detectors/sign-up"
import { slowPage } from "./detectors/slow-page"

/** What only the extension runs: too large for a file that every visitor loads. One line a detector. */
export const embeddedDetectors: readonly Detector[] = [
  product,
  shownProduct,
  analyticsCalls,
  arrival,
  cartRemove,
  cartRequest,
  cartView,
  chat,
  checkout,
  contact,
  deadClick,
  download,
  engagement,
  failedRequest,
  feedback,
  formAbandon,
  formError,
  lead,
  login,
  newsletter,
  notification,
  onPageMessage,
  order,
  outbound,
  productList,
  pushPermission,
  rageClick,
  scriptError,
  scroll,
  shopData,
  signUp,
  slowPage,
]
