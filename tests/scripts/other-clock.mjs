// Preloaded by a test: the clock of the process begins at $CLOCK and goes on from there.
const Real = Date;
const shift = Real.parse(process.env.CLOCK) - Real.now();
const now = () => Real.now() + shift;

globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) =>
    Reflect.construct(target, args.length > 0 ? args : [now()], self),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === "now" ? now : target[name]),
});
