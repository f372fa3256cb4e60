// "ok NAME" or "not ok NAME: why" for each test, and last "N passed, N failed".
let passed = 0;
let failed = 0;

export async function test(name, body) {
  const begin = performance.now();
  try {
    await body();
    passed += 1;
    console.log(`ok ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`not ok ${name}: ${String(error?.message ?? error).replaceAll('\n', ' | ').slice(0, 1500)}`);
  }
}

export function equal(is, wanted, what) {
  if (is !== wanted) throw new Error(`${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
}
export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

/** Waits for a condition, never for a time: the seconds are for a machine that has other work, too. */
export async function until(condition, what, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await condition();
    if (found) return found;
    if (Date.now() > end) throw new Error(`timed out: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
