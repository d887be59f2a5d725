import type { AgreementRecord } from "../model/record.ts";
import type { TableSpec } from "../model/table-spec.ts";
import { makeCell } from "./cell.ts";
import type { Grid } from "./grid.ts";

type ImpactsSpec = Extract<TableSpec, { kind: "impacts" }>;

/** Topics × audiences: what each change means for whom, as our reading. */
export function deriveImpactRows(
  record: AgreementRecord,
  spec: ImpactsSpec,
): Grid {
  const audiences = spec.audiences.map((id) =>
    record.site.audiences.find((audience) => audience.id === id)!,
  );
  return {
    corner: "Change",
    columns: audiences.map(({ id, name, page }) => ({
      id,
      label: name,
      href: `/${page}/`,
    })),
    rows: spec.topics.map((topicId) => {
      const topic = record.byId.topics.get(topicId)!;
      const cells = audiences.map((audience) => {
        const id = `${topicId}.${audience.id}`;
        const impact = record.impacts.find(
          (entry) => entry.topic === topicId && entry.audience === audience.id,
        );
        if (!impact) return makeCell(id, "no-entry", [], []);
        const claims = impact.claims.map((claim) =>
          record.byId.claims.get(claim)!,
        );
        const sources = claims.flatMap((claim) => claim.sources);
        const entry = {
          words: impact.value,
          detail: `our reading: ${impact.reading}`,
          note: `impact:${impact.id}`,
          sources,
        };
        return makeCell(id, "value", [entry], claims);
      });
      return { id: topicId, label: topic.title, href: `/${topicId}/`, cells };
    }),
  };
}
