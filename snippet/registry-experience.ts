import type { Detector } from "./detector"
import { chat } from "./detectors/chat"
import { chatGreeting } from "./detectors/chat-greeting"
import { deadClick } from "./detectors/dead-click"
import { engagement } from "./detectors/engagement"
import { failedRequest } from "./detectors/failed-request"
import { feedback } from "./detectors/feedback"
import { notification } from "./detectors/notification"
import { onPageMessage } from "./detectors/on-page-message"
import { pushPermission } from "./detectors/push-permission"
import { rageClick } from "./detectors/rage-click"
import { scriptError } from "./detectors/script-error"
import { scroll } from "./detectors/scroll"
import { slowPage } from "./detectors/slow-page"

/** What `cuelight-experience.js` adds where the tag asks for it: how the visit went, and what the page says by itself. One line a detector. */
export const experienceDetectors: readonly Detector[] = [
  chat,
  chatGreeting,
  deadClick,
  engagement,
  failedRequest,
  feedback,
  notification,
  onPageMessage,
  pushPermission,
  rageClick,
  scriptError,
  scroll,
  slowPage,
]
