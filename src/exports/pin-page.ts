import { isDraft } from "../derive/edition.ts";
import { capitalise } from "../derive/sentence-words.ts";
import { FRAMED_FOLDER } from "../model/framed.ts";
import type { Pin, Snapshot } from "../model/pin.ts";
import { escapeHtml, fillFrame } from "./fill-frame.ts";
import type { Surroundings } from "./fill-frame.ts";

type Of<K extends Snapshot["is"]> = Extract<Snapshot, { is: K }>;

/** Where the frame of a pin lies; with slashes at both ends. */
export function pinPath({ pin, says }: Pick<Pin, "pin" | "says">): string {
  return `/${FRAMED_FOLDER}${says.page}${pin}/`;
}

function small(text: string | undefined): string {
  return text ? `<small>${escapeHtml(text)}</small>` : "";
}

function paragraph(text: string | undefined, name = ""): string {
  if (!text) return "";
  return `<p${name && ` class="${name}"`}>${escapeHtml(text)}</p>`;
}

function renderMarks(numbers: number[]): string {
  return numbers
    .map(
      (number) =>
        `<sup class="mark"><a href="#note-${number}" aria-label="Source note ${number}">${number}</a></sup>`,
    )
    .join("");
}

/** From this many columns on the table scrolls in a box of its own, as on its page. */
const WIDE = 8;

function renderTable({ title, summary, corner, columns, rows }: Of<"table">) {
  const wide = columns.length >= WIDE;
  const heads = columns.map(
    ({ label, sublabel }) =>
      `<th scope="col">${escapeHtml(label)}${small(sublabel)}</th>`,
  );
  const lines = rows.map(({ label, sublabel, cells }) => {
    const words = cells.map(
      (cell, index) =>
        // What the record says nothing of rests on no source.
        `<td id="${escapeHtml(cell.at)}"${cell.sources.length === 0 ? ' data-state="no-entry"' : ""} data-column="${escapeHtml(columns[index]?.label ?? "")}"><span class="entry">${escapeHtml(cell.words)}${renderMarks(cell.sources)}</span></td>`,
    );
    return `<tr><th scope="row">${escapeHtml(label)}${small(sublabel)}</th>${words.join("")}</tr>`;
  });
  return [
    `<figure class="comparison${wide ? " wide" : ""}">`,
    `<div class="frame" role="region" aria-label="${escapeHtml(title)}"${wide ? ' tabindex="0"' : ""}>`,
    `<table><caption><span class="spoken">${escapeHtml(title)}</span>${summary ? `<span>${escapeHtml(summary)}</span>` : ""}</caption>`,
    `<thead><tr><th scope="col">${escapeHtml(corner)}</th>${heads.join("")}</tr></thead>`,
    `<tbody>${lines.join("")}</tbody></table></div></figure>`,
  ].join("");
}

function renderSides(before: string, after: string): string {
  if (before === after) return escapeHtml(after);
  const removed = `<del><span class="spoken">removed: </span>${escapeHtml(before)}<span class="spoken">;</span></del>`;
  const added = `<ins><span class="spoken">added: </span>${escapeHtml(after)}</ins>`;
  return [before && removed, after && added].filter(Boolean).join(" ");
}

function renderRedline({ sections }: Of<"redline">): string {
  return sections
    .map(({ heading, remark, items }) => {
      const rows = items.map(
        ({ at, title, before, after, sentence, sources }) =>
          `<li id="${escapeHtml(at)}"><h3>${escapeHtml(title)}</h3><p class="value"><span class="redline">${renderSides(before, after)}</span></p><p>${escapeHtml(sentence)}${renderMarks(sources)}</p></li>`,
      );
      return `<section><h2>${escapeHtml(`${heading} (${items.length})`)}</h2>${paragraph(remark)}<ol class="steps">${rows.join("")}</ol></section>`;
    })
    .join("");
}

function renderClaim(says: Of<"claim">): string {
  const { title, words, statement, note, dates } = says;
  return [
    words === title ? "" : paragraph(words, "answer"),
    paragraph(statement, "lead"),
    note ? `<p><strong>Note.</strong> ${escapeHtml(note)}</p>` : "",
    paragraph(dates),
  ].join("");
}

function renderBody(says: Snapshot): string {
  switch (says.is) {
    case "table":
      return renderTable(says);
    case "redline":
      return renderRedline(says);
    case "claim":
      return renderClaim(says);
  }
}

function renderSources(sources: string[]): string {
  const items = sources.map(
    (source, index) => `<li id="note-${index + 1}">${escapeHtml(source)}</li>`,
  );
  return items.length === 0
    ? ""
    : `<section class="notes"><h2>Sources</h2><ol>${items.join("")}</ol></section>`;
}

/** What nobody accepted yet may still change; its hash would, too. */
function formatSince(since: string): string {
  return isDraft(since)
    ? `as it stands in draft ${since}`
    : `as it stood in edition ${since}`;
}

/** The words of a pin as HTML. Nothing else goes into it, so that it stays the same while the record moves on. */
export function renderPin({ since, says }: Pin): string {
  const totals = says.is === "redline" ? small(says.totals) : "";
  return [
    `<header class="title"><h1>${escapeHtml(says.title)}${totals}</h1>`,
    paragraph(capitalise(formatSince(since)), "status"),
    `</header><div class="body">${renderBody(says)}</div>`,
    renderSources(says.sources),
  ].join("");
}

/** The page of a pin for frames on other sites. `frame` is the built page whose surroundings it borrows. */
export function formatPinPage(
  frame: string,
  pin: Pin,
  address: string,
): string {
  const { since, says } = pin;
  const around: Surroundings = {
    title: `${says.title}, ${formatSince(since)}`,
    link: "What it says now",
    edition: "CC BY 4.0.",
  };
  return fillFrame(frame, renderPin(pin), around, `${address}${says.page}`);
}
