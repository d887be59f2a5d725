import type { Rule } from "../rule.ts";

/** A dispute has two sides, and a reader may come from either. */
export const disputeMutual: Rule = (record) =>
  record.claims.flatMap((claim) =>
    (claim.disputes ?? []).flatMap(({ id }, index) => {
      const other = record.byId.claims.get(id);
      if (!other || other.disputes?.some((back) => back.id === claim.id))
        return [];
      return [
        {
          on: claim,
          path: ["disputes", index, "id"],
          message: `Unexpected one-sided dispute with \`${id}\`, expected it on both claims`,
          hint: `add to \`${id}\`: disputes: [{id: ${claim.id}, about: "…"}]`,
          see: { on: other, path: ["id"], note: "the other claim" },
        },
      ];
    }),
  );
