/** An address without what sites change while the page stays: scheme, `www.`, closing slash, index file, fragment. */
function essence(address: string): string {
  const { host, pathname, search } = new URL(address);
  const path = pathname.replace(/\/(?:index\.\w+)?$/, "").toLowerCase();
  return host.replace(/^www\./, "") + path + search;
}

/** True when two addresses are one page for a reader: a redirect between them is no move. */
export function isSamePage(a: string, b: string): boolean {
  return essence(a) === essence(b);
}

/** True for the front page of a site or of one of its languages. */
export function isFrontPage(address: string): boolean {
  return /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?)?$/i.test(new URL(address).pathname);
}

/** True for a page that asks readers to sign in or to agree before they see the one they wanted. */
export function isSignIn(address: string): boolean {
  return /(?:^|[/._-])(?:log-?in|sign-?in|sso|consent|captcha|paywall)(?:[/._?-]|$)/i.test(
    new URL(address).pathname,
  );
}
