/** GA4's own list of query parameters, and what Russian and Chinese shops use. */
export const termNames = /^(q|s|search|query|keyword|keywords|search_query|searchterm|search_term|wd)$/i
