import { scaleLog } from "d3-scale";
import { round } from "./picture-axis.ts";
import type { Percent } from "./picture-axis.ts";

/** One logarithmic scale of a picture. */
export interface Panel {
  label: string;
  /** How the scale is read; empty where the panel beside it has said so. */
  reading: string;
  ticks: { x: Percent; label: string }[];
}

/** A logarithmic panel in steps of ten that holds all values. */
export function makePanel(
  values: number[],
  { label, reading }: Pick<Panel, "label" | "reading">,
  tick: (value: number) => string,
) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const scale = scaleLog()
    .domain([10 ** low, 10 ** high])
    .range([0, 100]);
  const place = (value: number) => round(scale(value));
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => {
    const value = Number(`1e${low + index}`);
    return { x: place(value), label: tick(value) };
  });
  return { place, panel: { label, reading, ticks } };
}

/** A tick of money, from billions of dollars. */
export function formatMoneyTick(billions: number): string {
  if (billions < 1) return `$${Math.round(billions * 1000)} million`;
  return billions < 1000
    ? `$${billions} billion`
    : `$${billions / 1000} trillion`;
}
