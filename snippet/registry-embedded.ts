import type { Detector } from "./detector"
import { analyticsCalls } from "./detectors/analytics-calls"
import { chat } from "./detectors/chat"
import { chatGreeting } from "./detectors/chat-greeting"
import { deadClick } from "./detectors/dead-click"
import { engagement } from "./detectors/engagement"
import { failedRequest } from "./detectors/failed-request"
import { feedback } from "./detectors/feedback"
import { notification } from "./detectors/notification"
import { onPageMessage } from "./detectors/on-page-message"
import { product } from "./detectors/product"
import { productList } from "./detectors/product-list"
import { pushPermission } from "./detectors/push-permission"
import { rageClick } from "./detectors/rage-click"
import { scriptError } from "./detectors/script-error"
import { scroll } from "./detectors/scroll"
import { shopData } from "./detectors/shop-data"
import { shownProduct } from "./detectors/shown-product"
import { slowPage } from "./detectors/slow-page"

/** What only the extension runs: too large for a file that every visitor loads. One line a detector. */
export const embeddedDetectors: readonly Detector[] = [
  product,
  shownProduct,
  analyticsCalls,
  chat,
  chatGreeting,
  deadClick,
  engagement,
  failedRequest,
  feedback,
  notification,
  onPageMessage,
  productList,
  pushPermission,
  rageClick,
  scriptError,
  scroll,
  shopData,
  slowPage,
]
