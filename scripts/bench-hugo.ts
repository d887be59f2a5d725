import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { loadRecord } from "../src/model/index.ts";

/** The pages of sheets as the project builds them: head, caption, a cell with an address and a source each, and the notes. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ .Title }} · {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}"><link rel="canonical" href="{{ .Permalink }}"><link rel="stylesheet" href="/site.css"><meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"></head><body>{{ partial "frame.html" . }}<main id="content"><article class="page"><h1>{{ .Title }}</h1>
{{- $site := .Site.Data -}}{{- $columns := slice -}}
{{- range $id := .Params.versions }}{{ $columns = $columns | append (index $site.versions $id) }}{{ end -}}
{{- $notes := slice -}}
<figure id="table"><table><caption>{{ .Params.summary }}</caption><thead><tr><th scope="col">Term</th>{{ range $columns }}<th scope="col" id="column.{{ .id }}"><a href="/versions/{{ .id }}/">{{ .date | time.Format "2 January 2006" }}</a><small>{{ .title }}</small></th>{{ end }}</tr></thead><tbody>
{{- range $id := .Params.terms }}{{ $term := index $site.terms $id }}<tr id="{{ $id }}"><th scope="row"><a href="/terms/{{ $id }}/">{{ $term.title }}</a><small>{{ $term.question }}</small><a class="address" href="#{{ $id }}" aria-label="Link to this row"></a></th>
{{- range $columns }}{{ $claim := index (index $site.claims $id) .id }}{{ $notes = $notes | append $claim }}<td id="{{ $id }}.{{ .id }}" data-state="value" data-column="{{ .date | time.Format "2 January 2006" }}"><span class="entry"><a href="/claims/{{ $claim.id }}/">{{ $claim.value }}</a><sup class="mark"><a href="#note-{{ len $notes }}" aria-label="Source note {{ len $notes }}">{{ len $notes }}</a></sup></span><a class="address" href="#{{ $id }}.{{ .id }}" aria-label="Link to this cell"></a></td>{{ end }}</tr>{{ end -}}
</tbody></table></figure><section><h2 id="notes">Sources</h2><ol>
{{- range $at, $claim := $notes }}<li id="note-{{ add $at 1 }}"><a href="/claims/{{ $claim.id }}/">{{ $claim.statement }}</a>{{ range $claim.sources }}{{ $source := index $site.sources .id }}<cite><a href="/sources/{{ .id }}/">{{ $source.title }}</a></cite>, {{ $source.publisher }}, {{ $source.published | time.Format "2 January 2006" }}, read directly: “{{ .locator }}”, <a href="{{ $source.url }}">source</a>, <a href="{{ $source.url }}#:~:text={{ .locator | urlquery }}">passage</a>{{ end }}</li>{{ end -}}
</ol></section></article></main></body></html>
`;

const FRAME = `<header><a href="/">{{ .Site.Title }}</a><nav><ul>{{ range .Site.Data.terms }}{{ if lt .at 20 }}<li><a href="/terms/{{ .id }}/">{{ .title }}</a></li>{{ end }}{{ end }}</ul></nav></header>`;

const by = <T extends { id: string }, U>(
  items: readonly T[],
  make: (item: T) => U,
) => Object.fromEntries(items.map((item) => [item.id, make(item)]));

/** Whether Hugo is installed, and which: it is not asked for, only compared with. */
export function hugoVersion(): string | undefined {
  const { stdout } = spawnSync("hugo", ["version"], { encoding: "utf8" });
  return /v[\d.]+/.exec(stdout ?? "")?.[0];
}

/**
 * Builds the tables of a content folder with Hugo, from the same data: seconds, and the bytes of a page. Hugo
 * makes these pages only: none for claims, nothing checked, no exports, no search.
 */
export function measureHugo(
  content: string,
  work: string,
): { seconds: number; pages: number; bytes: number } {
  const { record } = loadRecord(content, content);
  const folder = join(work, "hugo");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const claims: { [term: string]: { [version: string]: unknown } } = {};
  for (const { id, term, version, value, statement, sources } of record!.claims)
    (claims[term!] ??= {})[version!] = { id, value, statement, sources };
  write("data/claims.json", JSON.stringify(claims));
  write(
    "data/terms.json",
    JSON.stringify(
      by(record!.terms, (term) => ({
        ...term,
        at: record!.terms.indexOf(term),
      })),
    ),
  );
  write(
    "data/versions.json",
    JSON.stringify(by(record!.versions, (version) => version)),
  );
  write(
    "data/sources.json",
    JSON.stringify(by(record!.sources, (source) => source)),
  );
  write("layouts/_default/single.html", PAGE);
  write("layouts/partials/frame.html", FRAME);
  write(
    "config.json",
    JSON.stringify({
      baseURL: record!.site.address,
      title: record!.site.name,
      disableKinds: ["taxonomy", "term", "RSS", "sitemap", "home", "section"],
    }),
  );
  for (const spec of record!.tables)
    if (spec.kind === "terms" && spec.terms)
      write(
        `content/tables/${spec.id}.md`,
        `${JSON.stringify({ title: spec.title, summary: spec.summary, terms: spec.terms, versions: spec.versions })}\n`,
      );
  const start = performance.now();
  execFileSync("hugo", ["--quiet", "--source", folder]);
  const seconds = (performance.now() - start) / 1000;
  const built = join(folder, "public/tables");
  const names = readdirSync(built);
  const bytes = names.reduce(
    (sum, name) => sum + statSync(join(built, name, "index.html")).size,
    0,
  );
  if (
    !readFileSync(join(built, names[0]!, "index.html"), "utf8").includes(
      "</td>",
    )
  )
    throw new Error("Hugo wrote a page without cells");
  rmSync(folder, { recursive: true });
  return { seconds, pages: names.length, bytes: bytes / names.length };
}
