/**
 * The events that somebody can tell Cuelight of without a rule of the site: its detectors, the data layers and event
 * streams it reads, its own API and the connectors.
 */

/** Google Analytics 4, recommended and automatically collected. Other dialects are told in these names. */
const GA4_EVENTS = [
  "page_view",
  "screen_view",
  "session_start",
  "first_visit",
  "user_engagement",
  "scroll",
  "click",
  "file_download",
  "video_start",
  "video_progress",
  "video_complete",
  "search",
  "view_search_results",
  "view_item_list",
  "select_item",
  "view_item",
  "add_to_wishlist",
  "add_to_cart",
  "remove_from_cart",
  "view_cart",
  "begin_checkout",
  "add_shipping_info",
  "add_payment_info",
  "purchase",
  "refund",
  "view_promotion",
  "select_promotion",
  "select_content",
  "share",
  "sign_up",
  "login",
  "generate_lead",
  "qualify_lead",
  "disqualify_lead",
  "working_lead",
  "close_convert_lead",
  "close_unconvert_lead",
  "join_group",
  "tutorial_begin",
  "tutorial_complete",
  "level_start",
  "level_end",
  "level_up",
  "post_score",
  "unlock_achievement",
  "earn_virtual_currency",
  "spend_virtual_currency",
  "ad_impression",
  "campaign_details",
]

/** Proofs of what became of a message: pop-ups seen on the page, and what connectors read. */
const EVIDENCE_EVENTS = [
  "message_sent",
  "message_delivered",
  "message_shown",
  "message_opened",
  "message_clicked",
  "message_bounced",
  "message_failed",
  "message_unsubscribed",
]

/** The recorder's own. */
const RECORDER_EVENTS = [
  "form_start",
  "form_submit",
  "identify",
  "consent",
  "rage_click",
  "dead_click",
  "js_error",
  "form_error",
  "form_abandon",
  "slow_page",
  "failed_request",
  "contact",
  "message_closed",
  "nps",
  "csat",
]

export const KNOWN_EVENTS: ReadonlySet<string> = new Set([
  ...GA4_EVENTS,
  ...EVIDENCE_EVENTS,
  ...RECORDER_EVENTS,
])
