export { deriveInterval } from "../model/interval.ts";
export type { Interval } from "../model/interval.ts";
