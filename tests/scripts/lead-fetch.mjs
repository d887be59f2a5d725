// Loaded before a command that a test runs: leads its requests to the test's own server, which it names.
const real = globalThis.fetch;
globalThis.fetch = (url, init) =>
  real(String(url).replace(/^https:\//, process.env.PLAYED_AT), init);
