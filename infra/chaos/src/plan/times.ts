/** Hours of a day on which people act. */
export const MORNING = 10;
/** Before the check-ins of the evening, so that homework may be what a day is done with. */
export const AFTERNOON = 17;
export const EVENING = 20;
