/** GA4's recommended events, which are Cuelight's own names. A `page_view` is the recorder's own business. */
export const ga4Names =
  /^(add_(payment_info|shipping_info|to_(cart|wishlist))|begin_checkout|generate_lead|login|purchase|refund|remove_from_cart|search|select_(item|promotion)|share|sign_up|view_(cart|item(_list)?|promotion))$/
