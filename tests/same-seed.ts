import fc from "fast-check";

/*
 * Properties try the same values in every run, so that a commit that was green
 * stays green. `FUZZ_SEED=<number> npm test` tries others.
 */
fc.configureGlobal({ seed: Number(process.env["FUZZ_SEED"] ?? 20_150_101) });
