/** What is added up while a year is played. Per flow: */
export const ASKED = 0;
/** Into a bed within the counted time, whenever they asked. */
export const CAME = 1;
export const GAVE_UP = 2;
export const AT_HOME = 3;
/** Of who asked within the counted time: who got a bed, their hours, how many within three days. */
export const PLACED = 4;
export const WAIT_HOURS = 5;
export const SOON = 6;
export const TO_HOSPITAL = 7;
/** Of those who wished a ward: how many, and how many got another. */
export const WISHED = 8;
export const NOT_WISHED = 9;
export const FLOW_SUMS = 10;

/** Per ward, in hours: beds kept or used, used, used by somebody who could have gone; and arrivals. */
export const KEPT = 0;
export const USED = 1;
export const COULD_GO = 2;
export const ARRIVALS = 3;
export const OUT_OF_HOURS = 4;
export const WARD_SUMS = 5;

/** Of the region: hours of waiting, of which in a hospital bed without need, and counts. */
export const WAITED = 0;
export const WRONG = 1;
export const ADMISSIONS = 2;
export const SERVED = 3;
export const FULL_DAYS = 4;
export const WEEKEND_STARTS = 5;
/** Who waited when the counting began, and when it ended. */
export const AT_BEGIN = 6;
export const AT_END = 7;
export const REGION_SUMS = 8;
