/** First day of the two-tier units and their codes (QĐ 19/2025/QĐ-TTg); the day on which districts were no more. */
export const TWO_TIERS_FROM = "2025-07-01";

/** First day given to units that ended with the three tiers: the lists do not say when they began. */
export const THREE_TIERS_FROM = "1900-01-01";
