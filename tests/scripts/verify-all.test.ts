import { describe, expect, test } from "vitest";
import { verifyAll } from "../../scripts/verify-all.ts";
import type { Run } from "../../scripts/verify-all.ts";
import { createVisitor } from "../../scripts/visit-address.ts";
import type { VisitOptions } from "../../scripts/visit-address.ts";
import type { Verification } from "../../src/model/verification.ts";
import { chooseSources } from "../../src/verify/choose-sources.ts";
import { makeRecord } from "../derive/make-record.ts";
import { endless, lie, playHosts, redirect, say, slow } from "./play-hosts.ts";
import type { Hosts } from "./play-hosts.ts";

const TODAY = "2024-06-01";
const PASSAGE = "forty crowns a métre";

/** A record with one source for each address; every source is cited with the same locator. */
function recordOf(urls: string[], verifications: Verification[] = []) {
  const sources = urls.map((url, index) => ({
    id: `s${index + 1}`,
    title: "T",
    publisher: "P",
    url,
    published: "2020-02",
    kind: "press" as const,
    access: "direct" as const,
  }));
  const refs = sources.map(({ id }) => ({ id, locator: PASSAGE }));
  return makeRecord([], [{ id: "a", sources: refs }], {
    sources,
    verifications,
  });
}

async function run(
  hosts: Hosts,
  record: ReturnType<typeof recordOf>,
  { max = 99, archive, ...rest }: Partial<Run & VisitOptions> = {},
) {
  let entries: Verification[] = [];
  let saves = 0;
  const visitor = createVisitor({
    fetch: hosts.fetch,
    agent: "Site source check (+https://site.example)",
    pause: 0,
    timeout: 400,
    maxBytes: 300_000,
    signal: new AbortController().signal,
    ...rest,
  });
  const saved = await verifyAll({
    record,
    queue: chooseSources(record, {
      today: TODAY,
      olderThan: 30,
      only: undefined,
    }),
    max,
    visitor,
    archive,
    today: TODAY,
    save(all) {
      entries = [...all];
      saves += 1;
    },
    print: () => undefined,
  });
  return { saved, saves, entries };
}

/** What one visit to one host finds. */
async function visitOne(
  play: Parameters<typeof playHosts>[0][string],
  options: Partial<VisitOptions> = {},
) {
  const hosts = await playHosts({
    "a.example": play,
    "b.example": say(PASSAGE),
    "other.example": say(""),
  });
  const record = recordOf(["https://a.example/1", "https://b.example/2"]);
  const { entries } = await run(hosts, record, options);
  return entries.find(({ id }) => id === "s1")!;
}

describe("a visit", () => {
  test("finds the passage", async () => {
    expect(await visitOne(say(`It pays ${PASSAGE}.`))).toEqual({
      id: "s1",
      checked: TODAY,
      state: "passage-found",
      found: [PASSAGE],
    });
  });

  test.each([
    ["a page without the passage", say("It pays."), "page-changed"],
    ["a page that is gone", say("", {}, 404), "gone"],
    ["a refusal", say("", {}, 403), "blocked"],
    ["a fault of the host", say("", {}, 500), "unreachable"],
    ["a host that never answers", slow, "unreachable"],
    [
      "a host that hangs up",
      (request) => request.socket.destroy(),
      "unreachable",
    ],
    [
      "a temporary redirect",
      redirect(302, "https://b.example/2"),
      "passage-found",
    ],
    ["a permanent redirect", redirect(301, "https://b.example/2"), "moved"],
    ["a circle", redirect(301, "https://a.example/1"), "unreachable"],
    [
      "a redirect away from https",
      redirect(301, "http://b.example/"),
      "unreachable",
    ],
    [
      "a redirect to a file",
      redirect(302, "file:///etc/passwd"),
      "unreachable",
    ],
    ["an endless page with the passage", endless(PASSAGE), "passage-found"],
    ["an endless page without it", endless("x"), "reached"],
    [
      "Latin-1 that says UTF-8",
      lie(Buffer.from(`<p>${PASSAGE}`, "latin1"), {
        "content-type": "text/html; charset=utf-8",
      }),
      "passage-found",
    ],
    [
      "UTF-8 that says Latin-1",
      lie(Buffer.from(`<p>${PASSAGE}`), {
        "content-type": "text/html; charset=iso-8859-1",
      }),
      "passage-found",
    ],
    [
      "plain text that says gzip",
      lie(Buffer.from(PASSAGE), { "content-encoding": "gzip" }),
      "unreachable",
    ],
  ] as [string, Parameters<typeof playHosts>[0][string], string][])(
    "of %s",
    async (_, play, state) => {
      expect((await visitOne(play)).state).toBe(state);
    },
  );

  test("says where a page has moved", async () => {
    const play = redirect(308, "https://b.example/2");
    expect((await visitOne(play)).to).toBe("https://b.example/2");
  });

  test("of a slow endless page ends in time", async () => {
    const play: Parameters<typeof playHosts>[0][string] = (_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      response.write("<p>drop");
    };
    expect(await visitOne(play)).toMatchObject({
      state: "unreachable",
      note: "broke off or took too long",
    });
  });

  test("says who comes, and where to read about it", async () => {
    let agent: string | undefined;
    await visitOne((request, response) => {
      agent = request.headers["user-agent"];
      response.end();
    });
    expect(agent).toBe("Site source check (+https://site.example)");
  });

  test("keeps the last day on which the passage stood there", async () => {
    const hosts = await playHosts({ "a.example": say("", {}, 403) });
    const found = { id: "s1", checked: "2024-01-01", found: [PASSAGE] };
    const record = recordOf(
      ["https://a.example/1"],
      [{ ...found, state: "passage-found" }],
    );
    const { entries } = await run(hosts, record);
    expect(entries).toEqual([
      {
        id: "s1",
        checked: TODAY,
        state: "blocked",
        last_found: "2024-01-01",
        note: "answered 403",
      },
    ]);
  });
});

describe("the archive", () => {
  const archive = "https://archive.example/available";
  const closest = {
    available: true,
    url: "http://web.example/web/20200301/https://a.example/1",
  };
  const reply = lie(
    Buffer.from(JSON.stringify({ archived_snapshots: { closest } })),
    { "content-type": "application/json" },
  );

  test("is asked for a copy from near the source's date when the page is gone", async () => {
    const hosts = await playHosts({
      "a.example": say("", {}, 410),
      "archive.example": reply,
      "web.example": say(PASSAGE),
    });
    const record = recordOf(["https://a.example/1"]);
    const { entries } = await run(hosts, record, { archive });
    expect(entries[0]).toMatchObject({
      state: "only-in-archive",
      copy: "https://web.example/web/20200301/https://a.example/1",
      missing: [PASSAGE],
    });
    expect(hosts.asked.slice(1)).toEqual([
      "archive.example/available?url=https%3A%2F%2Fa.example%2F1&timestamp=20200229",
      "web.example/web/20200301id_/https://a.example/1",
    ]);
  });

  test.each([
    ["has no copy", lie(Buffer.from('{"archived_snapshots":{}}'), {}), PASSAGE],
    ["answers nonsense", say("no"), PASSAGE],
    ["has a copy without the passage", reply, "nothing of it"],
  ])("changes nothing when it %s", async (_, play, copy) => {
    const hosts = await playHosts({
      "a.example": say("changed"),
      "archive.example": play,
      "web.example": say(copy),
    });
    const record = recordOf(["https://a.example/1"]);
    const { entries } = await run(hosts, record, { archive });
    expect(entries[0]!.state).toBe("page-changed");
  });

  test("is not asked about a refusal", async () => {
    const hosts = await playHosts({ "a.example": say("", {}, 403) });
    await run(hosts, recordOf(["https://a.example/1"]), { archive });
    expect(hosts.asked).toEqual(["a.example/1"]);
  });
});

describe("a run", () => {
  const urls = ["a", "a", "b", "a"].map(
    (host, index) => `https://${host}.example/${index + 1}`,
  );

  test("visits no more than it may, saves after each, and goes on where it stopped", async () => {
    const hosts = await playHosts({
      "a.example": say(PASSAGE),
      "b.example": say(PASSAGE),
    });
    const first = await run(hosts, recordOf(urls), { max: 3 });
    expect([first.saved, first.saves]).toEqual([3, 3]);
    const second = await run(hosts, recordOf(urls, first.entries), { max: 3 });
    expect(second.saved).toBe(1);
    expect(second.entries).toHaveLength(4);
    expect(new Set(hosts.asked).size).toBe(4);
  });

  test("never asks a host twice at once, and pauses before it asks again", async () => {
    const hosts = await playHosts({
      "a.example": redirect(301, "https://b.example/9"),
      "b.example": say(PASSAGE),
    });
    await run(hosts, recordOf(urls), { pause: 60 });
    expect(hosts.most()).toBe(1);
    // Timers may end a little early, and the server sees an end a little late.
    expect(hosts.leastPause()).toBeGreaterThan(30);
    expect(hosts.asked).toHaveLength(7);
  });

  test("leaves a host alone that names a time to come back", async () => {
    const hosts = await playHosts({
      "a.example": say("", { "retry-after": "60" }, 429),
      "b.example": say(PASSAGE),
    });
    const { entries } = await run(hosts, recordOf(urls));
    expect(hosts.asked).toEqual(["a.example/1", "b.example/3"]);
    expect(entries.map(({ state }) => state)).toEqual([
      "blocked",
      "passage-found",
    ]);
  });

  test("believes that a host is no more only when another answers", async () => {
    const hosts = await playHosts({ "b.example": say(PASSAGE) });
    const lost = "https://lost.invalid/";
    expect(await run(hosts, recordOf([lost]))).toMatchObject({
      saved: undefined,
      saves: 0,
    });
    const both = await run(hosts, recordOf([lost, "https://b.example/"]));
    expect(both.saved).toBe(2);
    expect(both.entries.map(({ state }) => state)).toEqual([
      "gone",
      "passage-found",
    ]);
  });
});
