/** The addresses of all pages of the site, with slashes at both ends. */
export async function loadAddresses(): Promise<string[]> {
  const answer = await fetch("/sitemap.xml");
  if (!answer.ok) throw new Error(`sitemap: ${answer.status}`);
  // Read as text: the page's policy lets no script make a document, and paths hold nothing that is escaped.
  const sitemap = await answer.text();
  return [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    (match) => new URL(match[1]!).pathname,
  );
}
