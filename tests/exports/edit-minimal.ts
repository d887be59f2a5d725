import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { replaceIn } from "../model/copy-minimal.ts";

const SOURCE = `- id: saltmere-2008-02-28-amendment
  title: "The rent is lowered"
  publisher: "Saltmere Port"
  url: "https://saltmere-port.example/2008/rent"
  published: "2008-02-28"
  kind: primary
  access: direct
`;

const VERSION = `- id: "2008-02-28"
  title: "Rent amendment"
  kind: amendment
  date: "2008-02-28"
  date_kind: announced
  binding: "yes"
  parties: [saltmere-port, fennick]
  summary: "The rent was lowered, and Fennick gave up its first call."
  sources:
    - {id: saltmere-2008-02-28-amendment}
`;

const RENT = `- id: base-rent-2008-02-28
  term: base-rent
  version: "2008-02-28"
  parties: [saltmere-port, fennick]
  value: "30 crowns a metre"
  statement: "Fennick pays 30 crowns a year for each metre of the pier."
  valid_from: "2008-02-28"
  date_kind: announced
  confidence: primary
  sources:
    - {id: saltmere-2008-02-28-amendment, locator: "thirty crowns"}
  supersedes: [base-rent-2007-09-12]
`;

const BERTHS = `- id: berth-use-2008-02-28
  term: berth-use
  version: "2008-02-28"
  parties: [saltmere-port, fennick]
  value: "Any ship, nobody first"
  statement: "Any ship may lie at pier 4, and Fennick waits like all others."
  valid_from: "2008-02-28"
  date_kind: announced
  confidence: primary
  sources:
    - {id: saltmere-2008-02-28-amendment}
  supersedes: [berth-use-2007-09-12]
`;

const CHANGES = `- id: rent-lowered
  date: "2008-02-29"
  reason: world-changed
  summary: "An amendment lowered the rent and ended the first call."
  claims: [base-rent-2008-02-28, berth-use-2008-02-28]
- id: gazette-figure-misread
  date: "2008-03-01"
  reason: we-corrected
  summary: "The newspaper's figure is 52, not 55."
  claims: [base-rent-gazette-2007-10-05]
`;

function append(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  writeFileSync(file, readFileSync(file, "utf8") + text);
}

/** What an editor does when a new amendment comes out: its source, the version, two claims; and one is corrected. */
export function editMinimal(folder: string): void {
  append(folder, "data/sources.yaml", SOURCE);
  append(folder, "data/versions.yaml", VERSION);
  append(folder, "data/claims/rent.yaml", RENT);
  append(folder, "data/claims/berths.yaml", BERTHS);
  append(folder, "data/changes.yaml", CHANGES);
  const rent = "data/claims/rent.yaml";
  replaceIn(folder, rent, 'value: "55 crowns', 'value: "52 crowns');
  replaceIn(folder, rent, "a rent of 55 crowns", "a rent of 52 crowns");
}
