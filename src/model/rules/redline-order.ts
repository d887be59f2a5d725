import { compareDates } from "../partial-date.ts";
import type { Finding, Rule } from "../rule.ts";

/** A redline reads from the earlier version to the later one. Wrong: `<Redline term="rent" from="2007" to="2001" />`. */
export const redlineOrder: Rule = (record) =>
  record.explainers.flatMap(({ embeds }) =>
    embeds.flatMap((embed): Finding[] => {
      if (embed.name !== "Redline") return [];
      const [from, to] = ["from", "to"].map((name) =>
        record.byId.versions.get(embed.attributes[name] ?? ""),
      );
      if (!from || !to || compareDates(from.date, to.date) < 0) return [];
      const on = embed as Finding["on"];
      const path = ["to"];
      return from === to
        ? [
            {
              on,
              path,
              message: `Unexpected <Redline> from \`${from.id}\` to itself, expected a later version`,
            },
          ]
        : [
            {
              on,
              path,
              message: `Unexpected \`to\` \`${to.id}\` before \`from\` \`${from.id}\` in <Redline>, expected the earlier version first`,
              hint: `swap them: from="${to.id}" to="${from.id}"`,
            },
          ];
    }),
  );
