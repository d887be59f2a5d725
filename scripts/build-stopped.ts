/** A build that stopped for a reason the reader of its message can act on. */
export class BuildStopped extends Error {}
