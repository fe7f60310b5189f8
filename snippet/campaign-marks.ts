/** Parameters by which campaigns are told apart: those of campaigns, and the ids that advertisers and mailers append to links. */
export const campaignMarks =
  /^utm_|clid$|^(wb|gb)raid$|^(gad_source|li_fat_id|igshid|epik|rdt_cid|sccid|mc_cid|_kx|vk_click)$/
